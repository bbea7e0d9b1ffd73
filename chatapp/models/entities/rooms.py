"""Rooms, the people in them, and what in a room may call one."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from chatapp.models.entities.presence import Presence


class RoomKind(Enum):
    """What stands behind an entry of the rooms rail."""

    CHANNEL = auto()
    DIRECT = auto()


class Attention(Enum):
    """What in a room calls one: all that is said, mentions of one, or nothing."""

    ALL = auto()
    MENTIONS = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Room:
    """A channel or a direct conversation, as the rooms rail shows it.

    `attention` is what calls one now; until `quiet_until` that is nothing. `status` is
    what the other person of a direct conversation says of being away. Only who is
    invited comes into a room that is `by_invitation`, as far as one knows.
    """

    name: str
    kind: RoomKind
    topic: str = ""
    joined: bool = True
    unread: int = 0
    mentions: int = 0
    presence: Presence = Presence.ONLINE
    may_set_topic: bool = True
    is_favourite: bool = False
    attention: Attention = Attention.ALL
    quiet_until: datetime | None = None
    status: str = ""
    by_invitation: bool = False

    def is_beside(self, other: "Room") -> bool:
        """Tell whether two rooms stand in the same part of the rail."""
        if self.is_favourite or other.is_favourite:
            return self.is_favourite and other.is_favourite
        return self.kind is other.kind

    @property
    def is_muted(self) -> bool:
        """Whether nothing here calls one."""
        return self.attention is Attention.NOTHING

    @property
    def waiting_for_me(self) -> int:
        """How many unread lines are meant for oneself, and may call one."""
        if self.is_muted:
            return 0
        is_all_for_me = self.kind is RoomKind.DIRECT
        return self.unread if is_all_for_me else self.mentions

    @property
    def waiting(self) -> int:
        """How many unread lines may call one."""
        return self.unread if self.attention is Attention.ALL else self.waiting_for_me


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a room. `rank` is the highest channel prefix, such as "@"."""

    nick: str
    rank: str = ""
    presence: Presence = Presence.ONLINE
    status: str = ""
    is_me: bool = False
    is_ignored: bool = False


class Power(Enum):
    """What who looks after a room may do to somebody in it."""

    KICK = auto()
    BAN = auto()
    MUTE = auto()
    GIVE_VOICE = auto()
    TAKE_VOICE = auto()
    GIVE_OPERATOR = auto()
    TAKE_OPERATOR = auto()


@dataclass(frozen=True, slots=True)
class Ban:
    """Somebody who may not come into a room, or not speak there if it `silences`.

    `letter` is the list it stands in, and `text` the entry as it is; it describes an
    `account`, or else whom a `mask` does.
    """

    letter: str
    text: str
    silences: bool = False
    account: str = ""
    mask: str = ""
    by: str = ""
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class ListedRoom:
    """A channel that a server has, with so many people in it."""

    name: str
    people: int
    topic: str = ""


@dataclass(frozen=True, slots=True)
class RoomOffer:
    """A room that one may join, or is in already, or that `is_new` and may be made."""

    name: str
    people: int = 0
    topic: str = ""
    is_joined: bool = False
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class NewRoom:
    """A room as somebody wants to have it made."""

    name: str
    topic: str = ""
    is_private: bool = False
    by_invitation: bool = False


@dataclass(frozen=True, slots=True)
class BanRow:
    """A ban as it stands in a list of them; `key` names it."""

    key: str
    title: str
    details: str
    silences: bool = False


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """A titled part of the people rail."""

    title: str
    people: tuple[Person, ...]
