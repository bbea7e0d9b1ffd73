"""What can change about channels: who is in them, their topics and their modes."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from server.world.events import Event

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from chatapp.wire.modes import ModeChange
    from server.world.channel import Channel, Founder, Topic
    from server.world.channel_modes import Modes
    from server.world.room_id import RoomId
    from server.world.user import User


@dataclass(frozen=True, slots=True)
class ChannelOpened(Event):
    """A channel has come to be, still empty, with these flags or these modes.

    One that was there before a restart awaits its members: for each nick's key by what
    they are known (`User.known_by`) and their ranks. `absent` are the identities of
    those whom it lets back without an invitation (server.world.leaving). `founder` is
    the account that made it, if one did. `conversation` is what its history is kept
    under; "" is a new one.
    """

    name: str
    flags: frozenset[str]
    created_at: int
    history_start: int
    is_permanent: bool
    topic: "Topic | None" = None
    modes: "Modes | None" = None
    awaited: "Mapping[str, tuple[str, str]]" = field(default_factory=dict)
    absent: "Iterable[str]" = ()
    founder: "Founder | None" = None
    conversation: str = ""


@dataclass(frozen=True, slots=True)
class ReturnTimeEnded(Event):
    """A channel awaits nobody any more who was in it before a restart."""

    channel: "Channel"


@dataclass(frozen=True, slots=True)
class ChannelEnded(Event):
    """The last member has left a channel that does not outlive its members."""

    channel: "Channel"


@dataclass(frozen=True, slots=True)
class ChannelJoined(Event):
    """A user came into a channel, with ranks such as "o", or none ("")."""

    user: "User"
    channel: "Channel"
    ranks: str


@dataclass(frozen=True, slots=True)
class ChannelLeft(Event):
    """A user left a channel (PART)."""

    user: "User"
    channel: "Channel"
    reason: str


@dataclass(frozen=True, slots=True)
class Kicked(Event):
    """Somebody put a user out of a channel; `by` is a prefix: nick!user@host."""

    by: str
    user: "User"
    channel: "Channel"
    reason: str


@dataclass(frozen=True, slots=True)
class Invited(Event):
    """A member asked a user in."""

    by: "User"
    user: "User"
    channel: "Channel"


@dataclass(frozen=True, slots=True)
class TopicChanged(Event):
    """A channel is about something else now, or about nothing (None)."""

    by: str
    channel: "Channel"
    room: "RoomId"
    previous: "Topic | None"
    topic: "Topic | None"

    @property
    def is_durable(self) -> bool:
        """Whether it must be recorded: always, for a channel outlives a restart."""
        return True


@dataclass(frozen=True, slots=True)
class ChannelModesChanged(Event):
    """Modes or ranks of a channel changed; `changes` in the order of the wire.

    `previous` are the modes before; `previous_ranks` and `ranks` name the members
    whose ranks are others now.
    """

    by: str
    channel: "Channel"
    room: "RoomId"
    changes: "tuple[ModeChange, ...]"
    previous: "Modes"
    modes: "Modes"
    previous_ranks: "Mapping[User, str]"
    ranks: "Mapping[User, str]"

    @property
    def is_durable(self) -> bool:
        """Whether it must be recorded: always, for a channel outlives a restart."""
        return True
