"""One IRC session with no input or output: messages in, facts and messages out."""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from chatapp.models.accounts.account import Account
from chatapp.models.entities import Ban, ListedRoom, Presence
from chatapp.models.rooms.roster import Roster
from chatapp.models.session import (
    accounts,
    bans,
    batches,
    conversation,
    invitations,
    login,
    metadata,
    negotiation,
    people,
    pings,
    problems,
    read_markers,
    redaction,
    rooms,
    sasl,
    tags,
    whois,
)
from chatapp.models.session.facts import Fact
from chatapp.models.session.inquiries import Inquiries
from chatapp.models.session.replies import ReplyAllowance
from chatapp.models.session.table import inbound
from chatapp.models.session.urgency import Urgency
from chatapp.models.session.watches import Watches
from chatapp.wire import capabilities, tag_names
from chatapp.wire.isupport import Isupport
from chatapp.wire.message import Message

if TYPE_CHECKING:
    from chatapp.models.hosting.operator_events import Invitation
    from chatapp.models.session.room_check import RoomCheck

log = logging.getLogger(__name__)

# Importing a family adds its messages to the table.
_FAMILIES = (
    accounts,
    bans,
    batches,
    conversation,
    invitations,
    login,
    metadata,
    negotiation,
    people,
    problems,
    read_markers,
    redaction,
    rooms,
    sasl,
    tags,
    whois,
)

Work = Callable[[Callable[[], Any], Callable[[Any], None]], None]
"""Does what takes its time, elsewhere, and gives the result to the second one."""


def at_once(work: Callable[[], Any], then: Callable[[Any], None]) -> None:
    """Do work here and now."""
    then(work())


@dataclass(frozen=True, slots=True)
class Identity:
    """Who signs in; `other_nicks` says whether a similar nick is better than none.

    `longest_nick` is what the server was found to take, where that is known. The
    `account` is proved on the way, if there is one. Without a `real_name` the nick is
    told in its place.
    """

    nick: str
    password: str = ""
    other_nicks: bool = False
    longest_nick: int | None = None
    account: Account | None = None
    real_name: str = ""


class Session:
    """What one connection to a server has negotiated and knows."""

    def __init__(
        self,
        identity: Identity,
        send: Callable[[Message, Urgency], None],
        emit: Callable[[Fact], None],
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        work: Work = at_once,
        highlight_words: Callable[[], tuple[str, ...]] = tuple,
    ) -> None:
        self.highlight_words = highlight_words
        self.identity = identity
        self.nick = self.wanted_nick = identity.nick
        self.registered = self.is_server_operator = False
        self.account = ""
        self.capabilities: set[str] = set()
        self.isupport = Isupport()
        self.mode_types = self.isupport.mode_types
        self._fold = self.isupport.fold
        self.roster = Roster(self.fold)
        self.login = login.Login()
        self.batches = batches.Batches()
        self.inquiries = Inquiries()
        self.watches = Watches()
        self.replies = ReplyAllowance(clock)
        self.listed_invitations: list[Invitation] = []
        self.listed_bans: list[Ban] = []
        self.listed_rooms: list[ListedRoom] = []
        self.rooms_told = 0
        self.list_is_unseen = False
        self.pings: deque[pings.Question] = deque(maxlen=pings.MOST_UNANSWERED)
        self.told_typing: set[str] = set()
        self.keyed_joins: set[str] = set()
        self.room_checks: deque[RoomCheck] = deque()
        self.address = ""
        self.emit = emit
        self.clock = clock
        self.new_id = new_id
        self.work = work
        self._send = send

    def start(self) -> None:
        """Send what begins a session."""
        login.begin(self)

    def receive(self, message: Message) -> None:
        """Work through one message; whatever it holds, this does not raise."""
        try:
            if not batches.keep_for_later(self, message):
                self.dispatch(message)
        except Exception as error:  # noqa: BLE001 - a server may send anything
            log.warning("Skipped %s: %s", message.command[:20], type(error).__name__)

    def dispatch(self, message: Message) -> None:
        """Give a message to its handler."""
        handler = inbound.find(message.command)
        if handler is None:
            problems.note_unknown(self, message)
        elif len(message.params) >= handler.min_params:
            handler.function(self, message)

    def send(
        self,
        command: str,
        *params: str,
        tags: dict[str, str] | None = None,
        urgency: Urgency = Urgency.IN_TURN,
    ) -> None:
        """Send a message.

        Raises:
            MalformedMessage: a parameter cannot be written on the wire.
        """
        if command == "JOIN":
            rooms.note_join(self, *params)
        self._send(Message(command, params, tags or {}), urgency)

    def send_message(self, message: Message) -> None:
        """Send a message that is made already; raises as send() does."""
        self._send(message, Urgency.IN_TURN)

    def fold(self, name: str) -> str:
        """Give the key by which this server compares nicks and channels."""
        return self._fold(name)

    def has(self, capability: str) -> bool:
        """Tell whether a capability was agreed on."""
        return capability in self.capabilities

    def is_me(self, nick: str) -> bool:
        """Tell whether this is one's own nick."""
        return self.fold(nick) == self.fold(self.nick)

    def learn_isupport(self, isupport: Isupport) -> None:
        """Take over what the server says it supports."""
        self.isupport = isupport
        self.mode_types = isupport.mode_types
        self._fold = isupport.fold

    def presence_of(self, nick: str) -> Presence:
        """Tell whether somebody can answer, as far as this session knows."""
        presence = self.roster.presence(nick)
        if presence is not None:
            return presence
        is_online = self.fold(nick) in self.inquiries.online
        return Presence.ONLINE if is_online else Presence.OFFLINE

    def label_of(self, message: Message) -> str:
        """Give the label of the command that a message answers, or ""."""
        label = message.tags.get(tag_names.LABEL, "")
        return label or self.batches.label_of(message)

    @property
    def has_history(self) -> bool:
        """Whether the server can be asked for what was said earlier."""
        return self.has(capabilities.CHATHISTORY) and self.has(capabilities.BATCH)

    @property
    def is_patient(self) -> bool:
        """Whether the server reads slowly what comes fast, and throws nobody out.

        Ours do, and others that are asked for many pages of their history.
        """
        return self.has_history or capabilities.VISIT in self.login.offered

    @property
    def history_id(self) -> str:
        """What the server calls the history it keeps, or ""."""
        return self.login.offered.get(capabilities.EXACTLY_ONCE, "")

    @property
    def repeats_known_ids(self) -> bool:
        """Whether sending a message twice is safe: it would be heard once."""
        return self.has(capabilities.EXACTLY_ONCE) and bool(self.history_id)
