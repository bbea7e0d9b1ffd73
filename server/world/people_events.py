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
class MonitorChanged(Event):
    """A client watches these nicks, as it wrote them by their keys, and no others."""

    session: "Session"
    nicks: "Mapping[str, str]"
