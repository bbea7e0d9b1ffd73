"""Pins messages to a channel for all who are in it: its metadata names them."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from chatapp.models.connection.link import Link
from chatapp.models.entities import ChatMessage, Delivery
from chatapp.models.history.archives import Archives
from chatapp.models.messages.late_pins import LatePins
from chatapp.models.rooms.conversations import Conversations
from chatapp.models.rooms.moderation import Moderation
from chatapp.models.rooms.requests import Requests
from chatapp.models.session import metadata
from chatapp.models.session.facts import (
    ChannelJoined,
    ChannelLeft,
    Fact,
    MetadataDelayed,
    MetadataFollowed,
    MetadataSynced,
    MetadataTold,
    Registered,
)
from chatapp.wire import capabilities
from chatapp.wire.names import is_channel

MOST_PINS = 100
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Pinning:
    """Knows what is pinned where, on servers whose channels have metadata."""

    def __init__(
        self,
        link: Link,
        conversations: Conversations,
        archives: Archives,
        requests: Requests,
        moderation: Moderation,
        late: LatePins,
    ) -> None:
        self._link = link
        self._conversations = conversations
        self._archives = archives
        self._requests = requests
        self._moderation = moderation
        self._late = late
        self._pins: dict[str, tuple[str, ...]] = {}
        self._watchers: list[Callable[[str], None]] = []

    def watch(self, on_change: Callable[[str], None]) -> None:
        """Call back with each room whose pins have changed, or are known now."""
        self._watchers.append(on_change)

    def take(self, fact: Fact) -> bool:
        """Take in what the server tells; False when that is something else."""
        if isinstance(fact, ChannelLeft):
            self._forget(self._conversations.key_of(fact.channel))
        elif isinstance(fact, ChannelJoined) and self.is_possible:
            key = self._conversations.key_of(fact.channel)
            self._late.expect(key, fact.channel)
        elif isinstance(fact, MetadataFollowed):
            # What one has come into before this was heard is not told by itself.
            self._late.ask_for_all()
            return True
        elif isinstance(fact, MetadataTold | MetadataDelayed | MetadataSynced):
            self._take_told(fact, self._conversations.key_of(fact.target))
            return True
        return False

    def _take_told(
        self, fact: MetadataTold | MetadataDelayed | MetadataSynced, key: str
    ) -> None:
        """Take in what a channel tells, unless one is not in it."""
        conversation = self._conversations.find(fact.target)
        is_here = conversation is not None and conversation.is_channel
        if not is_here and key not in self._late:
            return
        if isinstance(fact, MetadataDelayed):
            self._late.put_off(key, fact.target, fact.seconds)
            return
        was_awaited = key in self._late
        self._late.told(key)
        is_new = isinstance(fact, MetadataTold) and self._note(key, fact.value)
        if is_new or was_awaited:
            self._tell(fact.target)

    def begin(self, fact: Fact) -> None:
        """Follow what is pinned, once one has signed in."""
        session = self._link.session
        if not isinstance(fact, Registered) or session is None:
            return
        self._late.clear()
        for key in list(self._pins):
            self._forget(key)
        if self.is_possible:
            metadata.follow(session)

    @property
    def is_possible(self) -> bool:
        """Whether this server's channels can tell what is pinned."""
        session = self._link.session
        return session is not None and session.has(capabilities.METADATA)

    def is_pinned(self, line: ChatMessage) -> bool:
        """Tell whether a message is pinned."""
        return bool(line.msgid) and line.msgid in self._of(line.room)

    def can_pin(self, line: ChatMessage) -> bool:
        """Tell whether one may pin a message."""
        is_there = line.kind.is_said and line.delivery is Delivery.CONFIRMED
        has_number = bool(line.msgid) and is_there and not self.is_pinned(line)
        return has_number and self._may_change(line.room)

    def can_unpin(self, line: ChatMessage) -> bool:
        """Tell whether one may take a message off."""
        return self.is_pinned(line) and self._may_change(line.room)

    def knows(self, room: str) -> bool:
        """Tell whether the server has told what is pinned in a room.

        Who pins something before that would take off what is pinned already.
        """
        return self._conversations.key_of(room) not in self._late

    def ask(self, room: str) -> None:
        """Ask what is pinned in a room whose pins are not known."""
        self._late.ask_now(room)

    def pin(self, line: ChatMessage) -> bool:
        """Pin a message; False where it cannot be, as there is no room."""
        return self._set(line.room, (*self._of(line.room), line.msgid))

    def unpin(self, room: str, msgid: str) -> None:
        """Take a message off."""
        self._set(room, tuple(it for it in self._of(room) if it != msgid))

    def read(self, room: str, then: Callable[[Sequence[ChatMessage]], None]) -> None:
        """Read what is pinned in a room, the latest first.

        A message that was never told here has a number and no words.
        """
        conversation = self._conversations.find(room)
        if conversation is None:
            then(())
            return
        pinned, history = self._of(room)[::-1], conversation.history

        def found(kept: Sequence[ChatMessage]) -> None:
            known = {line.msgid: line for line in kept}
            then(
                [
                    history.with_msgid(it) or known.get(it) or _unknown(room, it)
                    for it in pinned
                ]
            )

        self._archives.of(conversation).with_msgids(pinned, found)

    def _note(self, key: str, value: str) -> bool:
        """Take in what is pinned; False when that was known."""
        msgids = tuple(dict.fromkeys(value.split()))[-MOST_PINS:]
        is_new = msgids != self._pins.get(key, ())
        self._pins[key] = msgids
        return is_new

    def _forget(self, key: str) -> None:
        """Know nothing of a room any more, as one has left it."""
        self._late.told(key)
        if self._pins.pop(key, ()):
            self._tell(key)

    def _tell(self, room: str) -> None:
        for on_change in self._watchers:
            on_change(room)

    def _of(self, room: str) -> tuple[str, ...]:
        return self._pins.get(self._conversations.key_of(room), ())

    def _may_change(self, room: str) -> bool:
        if self._link.online_session is None or not self.is_possible:
            return False
        return is_channel(room) and self._moderation.may_moderate(room)

    def _set(self, room: str, msgids: Sequence[str]) -> bool:
        session = self._link.online_session
        value = " ".join(msgids)
        if session is None or not self.knows(room):
            return False
        if len(value.encode()) > metadata.value_bytes(session):
            return False
        words = (value,) if value else ()
        return self._requests.send(metadata.COMMAND, room, "SET", metadata.PINS, *words)


def _unknown(room: str, msgid: str) -> ChatMessage:
    return ChatMessage(f"pin-{msgid}", room, "", "", _LONG_AGO, msgid=msgid)
