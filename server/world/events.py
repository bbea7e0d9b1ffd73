"""What can change in the world, as frozen values that say what was before."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chatapp.wire.modes import ModeChange
    from server.world.channel import Channel, Founder, Modes, RoomId, Topic
    from server.world.session import Session
    from server.world.user import User


class Event:
    """Something that happened.

    A durable event reaches the disk before anybody hears of it; it says in plain
    values what the disk shall keep, because another thread reads it.
    """

    __slots__ = ()

    @property
    def is_durable(self) -> bool:
        """Whether it must be recorded before it is heard."""
        return False


@dataclass(frozen=True, slots=True)
class SessionOpened(Event):
    """Somebody connected; nobody knows yet who it is."""

    session: "Session"


@dataclass(frozen=True, slots=True)
class PasswordOffered(Event):
    """A client gave the server's password, right or wrong."""

    session: "Session"
    password: str


@dataclass(frozen=True, slots=True)
class NegotiationChanged(Event):
    """A client began to choose capabilities, or ended it."""

    session: "Session"
    is_open: bool
    cap_version: int


@dataclass(frozen=True, slots=True)
class CapabilitiesChanged(Event):
    """A client chose which capabilities it wants."""

    session: "Session"
    capabilities: frozenset[str]


@dataclass(frozen=True, slots=True)
class NamesGiven(Event):
    """A client told its username and real name (USER)."""

    session: "Session"
    username: str
    realname: str


@dataclass(frozen=True, slots=True)
class SessionRegistered(Event):
    """A client has signed in."""

    session: "Session"


@dataclass(frozen=True, slots=True)
class SessionClosed(Event):
    """A connection has ended, and its user's session with it."""

    session: "Session"


@dataclass(frozen=True, slots=True)
class NickChanged(Event):
    """A user took a nick; `previous` is "" for his first."""

    user: "User"
    previous: str
    nick: str


@dataclass(frozen=True, slots=True)
class AwayChanged(Event):
    """A user went away, with a message for who asks, or came back (None)."""

    user: "User"
    previous: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class UserModesChanged(Event):
    """A user's own modes changed."""

    user: "User"
    previous: frozenset[str]
    modes: frozenset[str]


@dataclass(frozen=True, slots=True)
class UserQuit(Event):
    """A user has left the server with his last session."""

    user: "User"
    reason: str


@dataclass(frozen=True, slots=True)
class ChannelOpened(Event):
    """A channel has come to be, still empty, with these flags or these modes.

    One that was there before a restart awaits its members: for each nick's key their
    user@host and their ranks. `founder` is the account that made it, if one did.
    `conversation` is what its history is kept under; "" is a new one.
    """

    name: str
    flags: frozenset[str]
    created_at: int
    history_start: int
    is_permanent: bool
    topic: "Topic | None" = None
    modes: "Modes | None" = None
    awaited: "Mapping[str, tuple[str, str]]" = field(default_factory=dict)
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


class ChatMessage(NamedTuple):
    """What was said, as the history keeps it: a tuple, for it is made for each message.

    Args:
        sequence: its number, which the msgid carries.
        time: when, in milliseconds since 1970.
        source: the sender's nick!user@host.
        account: the sender's account, if he has one.
        command: PRIVMSG, NOTICE or TAGMSG.
        target: the key of the channel or of the conversation.
        target_name: what stands on the wire.
        text: None for a TAGMSG.
        client_tags: rendered; "" when there are none.
    """

    sequence: int
    time: int
    source: str
    account: str | None
    command: str
    target: str
    target_name: str
    text: str | None
    client_tags: str


@dataclass(slots=True)
class MessageSent(Event):
    """Somebody said something, in a channel or to one user.

    It is not frozen, for it is made for each message: that would take thrice as long.

    `repeat_key` finds it again should the client repeat it; None: it will not. In a
    channel only members with one of these `ranks` hear it, or everybody (none).
    """

    sender: "Session"
    channel: "Channel | None"
    recipient: "User | None"
    message: ChatMessage
    repeat_key: tuple[str, str, str] | None
    is_kept: bool
    ranks: frozenset[str] = frozenset()

    @property
    def is_durable(self) -> bool:
        """Whether it belongs in the history."""
        return self.is_kept


@dataclass(frozen=True, slots=True)
class MessageRepeated(Event):
    """A client sent again what it had sent, not knowing whether it had arrived.

    It is durable although it adds nothing: its sender may be told that the first
    one arrived only when that one is on the disk.
    """

    sender: "Session"
    first: ChatMessage
    is_kept: bool

    @property
    def is_durable(self) -> bool:
        """Whether the first one had to be recorded."""
        return self.is_kept
