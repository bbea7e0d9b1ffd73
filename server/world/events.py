"""What an event is, and what can happen to connections and their users."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from server.world.session import Session
    from server.world.user import User


class Event:
    """Something that happened, as a value that says what was before.

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
    """A user took a nick.

    Args:
        user: who.
        previous: what he was called before; "": nothing.
        nick: what he is called from now on.
        since: the number of what was heard last.
    """

    user: "User"
    previous: str
    nick: str
    since: int


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
