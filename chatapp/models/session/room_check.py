"""Looks whether a channel is there without coming into it, as JOIN would make it.

MODE is asked, as it answers for secret channels too, which LIST leaves out. A PING
right behind it tells when no more comes, also where a server knows no such MODE.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chatapp.models.rooms.room_events import RoomLookedFor
from chatapp.models.session import pings
from chatapp.models.session.urgency import Urgency
from chatapp.wire import numerics as n

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

TOKEN = "chatapp-room-check"  # noqa: S105 - it tells the PONG from others
KEY = "k"
MISSING = frozenset((n.ERR_NOSUCHNICK, n.ERR_NOSUCHCHANNEL))
DENIALS = MISSING | frozenset((n.ERR_NOTONCHANNEL, n.ERR_CHANOPRIVSNEEDED))
"""How servers answer who may not know the modes: there is none, or it is secret."""


@dataclass(slots=True)
class RoomCheck:
    """A channel that is looked for, and what the server has told of it so far."""

    channel: str
    is_there: bool = True
    is_without_key: bool = False


def look_for(session: "Session", channel: str) -> None:
    """Ask whether a channel is there; RoomLookedFor follows."""
    session.room_checks.append(RoomCheck(channel))
    session.send("MODE", channel)
    pings.ask(session, TOKEN, Urgency.IN_TURN)


def note_modes(session: "Session", channel: str, letters: str) -> None:
    """Take in the letters of the modes that a channel has, as it is there."""
    check = _check_of(session, channel)
    if check:
        check.is_without_key = KEY not in letters


def note_denial(session: "Session", code: str, channel: str) -> bool:
    """Take in that the server tells no modes; False when nobody looks for any."""
    check = _check_of(session, channel) if code in DENIALS else None
    if check and code in MISSING:
        check.is_there = False
    return check is not None


def finish(session: "Session", token: str) -> None:
    """Tell what came of the oldest once the server has answered everything."""
    if token == TOKEN and session.room_checks:
        check = session.room_checks.popleft()
        session.emit(RoomLookedFor(check.channel, check.is_there, check.is_without_key))


def _check_of(session: "Session", channel: str) -> RoomCheck | None:
    """Give the oldest, which is the one that is answered, if it is of this channel."""
    if not session.room_checks:
        return None
    check = session.room_checks[0]
    return check if session.fold(channel) == session.fold(check.channel) else None
