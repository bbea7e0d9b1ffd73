"""The conversations one has open, in the order of the rooms rail."""

from collections.abc import Callable, Container
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from chatapp.models.entities import (
    Attention,
    ChatMessage,
    Delivery,
    MessageKind,
    Presence,
    Room,
    RoomKind,
)
from chatapp.models.history.history import History
from chatapp.models.rooms.ignored import Ignored
from chatapp.models.storage.rooms import WHOLE_MOMENT, BegunEdit, KeptRoom, Marker
from chatapp.wire.message import can_be_named
from chatapp.wire.timestamps import milliseconds

if TYPE_CHECKING:
    from chatapp.models.history.archive import Archive

MOST_CONVERSATIONS = 1_000


@dataclass(slots=True, eq=False, weakref_slot=True)
class Conversation:
    """A channel or a direct conversation, and what was said in it."""

    name: str
    kind: RoomKind
    history: History = field(default_factory=History)
    topic: str = ""
    key: str = ""
    joined: bool = False
    wanted: bool = False
    ready: bool = False
    unread: int = 0
    mentions: int = 0
    presence: Presence = Presence.UNKNOWN
    room_id: int | None = None
    marker: Marker | None = None
    is_marker_guessed: bool = False
    draft: str = ""
    begun_edit: BegunEdit | None = None
    archive: "Archive | None" = None
    counted: frozenset[str] = frozenset()
    is_favourite: bool = False
    attention: Attention = Attention.ALL
    quiet_until: datetime | None = None
    ignored: Container[str] = ()
    unquoted: dict[str, dict[str, None]] = field(default_factory=dict)
    answering: str = ""
    is_talked_in: bool = False  # by words that may be no longer in memory
    last_author: str = ""  # of the other one's words that are no longer in memory

    @property
    def is_left(self) -> bool:
        """Whether this is a channel in which one is not, and is not about to be."""
        return self.is_channel and not self.joined and not self.wanted

    @property
    def is_channel(self) -> bool:
        """Whether this is a channel."""
        return self.kind is RoomKind.CHANNEL

    def describe(self, now: datetime) -> Room:
        """Give what the rail shows."""
        is_quiet = self.quiet_until is not None and self.quiet_until > now
        return Room(
            self.name,
            self.kind,
            self.topic,
            self.joined or not self.is_channel,
            self.unread,
            self.mentions,
            self.presence,
            is_favourite=self.is_favourite,
            attention=Attention.NOTHING if is_quiet else self.attention,
            quiet_until=self.quiet_until if is_quiet else None,
        )

    def take_up(self, kept: KeptRoom) -> None:
        """Go on as the database knows it; what is read by now stays read."""
        self.room_id, self.is_favourite = kept.id, kept.is_favourite
        self.topic = self.topic if self.joined else kept.topic
        self.draft = self.draft or kept.draft
        self.answering = self.answering or kept.answering
        self.begun_edit = self.begun_edit or kept.begun_edit
        self.last_author = self.last_author or kept.last_author
        self.is_talked_in |= kept.is_talked_in
        self.key = self.key or kept.channel_key
        self.attention, self.quiet_until = kept.attention, kept.quiet_until
        if self.marker is None:
            self.marker, self.counted = kept.marker, kept.counted
            self.unread += kept.unread
            self.mentions += kept.mentions

    def add(self, message: ChatMessage) -> bool:
        """Add what the server just told, and keep it; False when it is here already."""
        return self.history.append(message) and self._keep(message)

    def add_echo(self, message: ChatMessage) -> bool:
        """Add an echo, and keep it; False when a page has it, or is to bring it."""
        return self.history.append_echo(message) and self._keep(message)

    def count(self, message: ChatMessage) -> bool:
        """Count a new line as unread if it is one to be read, and was not yet."""
        if not self._is_to_be_read(message) or message.msgid in self.counted:
            return False
        self.unread += 1
        self.mentions += message.mentions_me
        return True

    def recount(self, old: ChatMessage, new: ChatMessage) -> bool:
        """Count a line that changed as it is now; False when that changes nothing."""
        before = self.unread, self.mentions
        if self._is_to_be_read(old):
            self.unread = max(0, self.unread - (not new.kind.is_said))
            mentions = self.mentions + new.mentions_me - old.mentions_me
            self.mentions = min(self.unread, max(0, mentions))
        return before != (self.unread, self.mentions)

    def is_new(self, message: ChatMessage, since: datetime | None) -> bool:
        """Tell whether a line of an older page was certainly never read.

        Args:
            message: the line.
            since: from when on that is so where it is not known what was read.
        """
        if self.marker is None:
            return since is not None and message.time > since
        return self._is_read(message) is False

    def mark_read(self) -> bool:
        """Count everything as read; False when it was already."""
        was_unread = bool(self.unread or self.mentions)
        self.unread = self.mentions = 0
        self.counted, self.is_marker_guessed = frozenset(), False
        last = next(filter(_is_the_servers, reversed(self.history)), None)
        if last:
            self.marker = Marker(last.time, last.msgid)
        return was_unread

    def read_up_to(self, time: datetime) -> bool:
        """Count as read what was said up to a time, and as unread what came later.

        Returns:
            False when it was read already; a mark that was guessed goes back, too.
        """
        is_read = self.marker is not None and self.marker.time >= time
        if is_read and not self.is_marker_guessed:
            return False
        before = self._unread_here()
        self.marker, self.is_marker_guessed = Marker(time, WHOLE_MOMENT), False
        after = self._unread_here()
        self.unread = max(0, self.unread + after[0] - before[0])
        self.mentions = max(0, self.mentions + after[1] - before[1])
        return True

    def begin_at(self, message: ChatMessage) -> bool:
        """Count as read what was said before one first came; False if one was here."""
        if self.marker is not None or self.unread:
            return False
        self.marker, self.is_marker_guessed = Marker(message.time, message.msgid), True
        return True

    def _keep(self, message: ChatMessage) -> bool:
        if self.archive:
            self.archive.keep(message)
        return True

    def _unread_here(self) -> tuple[int, int]:
        """Count the unread lines in memory, and those of them that mention one."""
        lines = self.history[: self.history.confirmed_count]
        unread = [line for line in lines if self._is_to_be_read(line)]
        return len(unread), sum(line.mentions_me for line in unread)

    def _is_to_be_read(self, message: ChatMessage) -> bool:
        is_said_to_me = not message.mine and message.kind.is_said
        if message.sender in self.ignored:
            return False
        return is_said_to_me and self._is_read(message) is not True

    def _is_read(self, message: ChatMessage) -> bool | None:
        """Tell whether a line is read; None where a millisecond leaves that open."""
        marker = self.marker
        if marker is None:
            return False
        time, read = milliseconds(message.time), milliseconds(marker.time)
        if time != read or marker.msgid == WHOLE_MOMENT:
            return time <= read
        last = self.history.place_of(marker.msgid)
        place = self.history.index_of(message.key)
        if last is None or place is None:
            return True if message.msgid and message.msgid == marker.msgid else None
        return place <= last


class Conversations:
    """All open conversations: favourites, channels, then direct ones, as one put them.

    A new one stands behind those of its kind.
    """

    def __init__(self) -> None:
        self.on_open: Callable[[Conversation], None] = lambda _conversation: None
        self._fold: Callable[[str], str] = str.lower
        self.ignored = Ignored(self.key_of)
        self._open: dict[str, Conversation] = {}

    def compare_with(self, fold: Callable[[str], str]) -> None:
        """Take over how the server compares names."""
        self._fold = fold
        self._open = {fold(each.name): each for each in self._open.values()}
        self.ignored.fill(self.ignored.nicks)

    def same(self, first: str, second: str) -> bool:
        """Tell whether two names are one to the server."""
        return self._fold(first) == self._fold(second)

    def key_of(self, name: str) -> str:
        """Give the key by which the server compares names."""
        return self._fold(name)

    def all(self) -> list[Conversation]:
        """List the conversations in the rail's order."""
        return sorted(self._open.values(), key=_group)

    def direct(self) -> list[Conversation]:
        """List the conversations with one person."""
        return [each for each in self._open.values() if not each.is_channel]

    def find(self, name: str) -> Conversation | None:
        """Find an open conversation."""
        return self._open.get(self._fold(name))

    def open(
        self, name: str, kind: RoomKind, kept: KeptRoom | None = None
    ) -> Conversation | None:
        """Open a conversation; None when too many are open, or it cannot be named.

        What no command could name would break what asks about all of them.
        """
        if len(self._open) >= MOST_CONVERSATIONS or not can_be_named(name):
            return None
        conversation = Conversation(name, kind, ignored=self.ignored)
        if kept:
            conversation.take_up(kept)
        self._open[self._fold(name)] = conversation
        self.on_open(conversation)
        return conversation

    def close(self, name: str) -> Conversation | None:
        """Take a conversation out of the rail."""
        return self._open.pop(self._fold(name), None)

    def rename(self, old: str, new: str) -> bool:
        """Give a direct conversation its person's new nick, in the same place."""
        old_key, new_key = self._fold(old), self._fold(new)
        found = self._open.get(old_key)
        taken = new_key != old_key and new_key in self._open
        if found is None or found.is_channel or taken or not can_be_named(new):
            return False
        found.name = new
        self._open = {
            new_key if key == old_key else key: each for key, each in self._open.items()
        }
        return True

    def move(self, name: str, before: str) -> bool:
        """Put a conversation before another one, else at the end; False for none."""
        key, behind = self._fold(name), self._fold(before)
        moved = self._open.get(key)
        if moved is None or behind == key:
            return False
        del self._open[key]
        others = list(self._open.items())
        keys = [other for other, _ in others]
        place = keys.index(behind) if behind in keys else len(keys)
        self._open = dict([*others[:place], (key, moved), *others[place:]])
        return True

    def clear(self) -> None:
        """Close everything, and ignore nobody."""
        self._open.clear()
        self.ignored.fill(())


def _group(conversation: Conversation) -> int:
    """Tell in which part of the rail a conversation stands."""
    return 0 if conversation.is_favourite else 1 if conversation.is_channel else 2


def _is_the_servers(line: ChatMessage) -> bool:
    """Tell whether a line has the server's time, and not this computer's."""
    return line.delivery is Delivery.CONFIRMED and line.kind is not MessageKind.LOCAL
