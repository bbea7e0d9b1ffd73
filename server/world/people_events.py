"""What can change about people besides their nicks and their channels."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.world.events import Event

if TYPE_CHECKING:
    from collections.abc import Mapping

    from server.world.session import Session
    from server.world.user import User


@dataclass(frozen=True, slots=True)
class AccountChanged(Event):
    """A user signed in to an account, or out of it (None)."""

    user: "User"
    previous: str | None
    account: str | None


@dataclass(frozen=True, slots=True)
class HostChanged(Event):
    """A user has another username or host."""

    user: "User"
    username: str
    host: str


@dataclass(frozen=True, slots=True)
class RealnameChanged(Event):
    """A user has another real name."""

    user: "User"
    previous: str
    realname: str


@dataclass(frozen=True, slots=True)
class AbsenceTold(Event):
    """A client said that nobody is at it, and why, or that somebody is (None)."""

    session: "Session"
    text: str | None


@dataclass(frozen=True, slots=True)
class AcceptedChanged(Event):
    """Other users, by their identities, may write to one whom only accounts may."""

    user: "User"
    accepted: frozenset[str]


@dataclass(frozen=True, slots=True)
class NickGivenUp(Event):
    """A user is about to leave, or to take another nick; in seconds since 1970."""

    user: "User"
    at: int


@dataclass(frozen=True, slots=True)
class OperatorProved(Event):
    """A user has proved that he is this operator of the server; None: of none now."""

    user: "User"
    operator: str | None


@dataclass(frozen=True, slots=True)
class ProofFailed(Event):
    """A client said that it is an operator of the server, and did not prove it."""

    session: "Session"


@dataclass(frozen=True, slots=True)
class WallopsSent(Event):
    """An operator of the server said something to everybody who wants to hear it."""

    by: "User"
    hearers: "tuple[User, ...]"
    text: str


@dataclass(frozen=True, slots=True)
class NoticeGiven(Event):
    """The server has something to tell some users; `text` is a sentence."""

    hearers: "tuple[User, ...]"
    text: str


@dataclass(frozen=True, slots=True)
class Killed(Event):
    """An operator of the server is about to end a user's connections."""

    by: str
    user: "User"
    reason: str


@dataclass(frozen=True, slots=True)
class HearersLost(Event):
    """Connections are lost; their sessions have not ended yet, but hear no more."""

    sessions: "frozenset[Session]"


@dataclass(frozen=True, slots=True)
class MonitorChanged(Event):
    """A client watches these nicks, as it wrote them by their keys, and no others."""

    session: "Session"
    nicks: "Mapping[str, str]"
