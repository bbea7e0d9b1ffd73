"""Looks whether a channel is there without coming into it, as JOIN would make it.

MODE is asked, as it answers for secret channels too, which LIST leaves out. A PING
right behind it tells when no more comes, also where a server knows no such MODE.
"""

from typing import TYPE_CHECKING

from chatapp.models.room_events import RoomLookedFor

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

TOKEN = "chatapp-room-check"  # noqa: S105 - it tells the PONG from others


def look_for(session: "Session", channel: str) -> None:
    """Ask whether a channel is there; RoomLookedFor follows."""
    session.looked_for, session.is_missing = channel, False
    session.send("MODE", channel)
    session.send("PING", TOKEN)


def note_missing(session: "Session", channel: str) -> bool:
    """Take in that a channel is not there; False when nobody looks for it."""
    is_meant = session.looked_for != "" and session.fold(channel) == session.fold(
        session.looked_for
    )
    session.is_missing = session.is_missing or is_meant
    return is_meant


def finish(session: "Session", token: str) -> None:
    """Tell what came of it once the server has answered everything."""
    if token == TOKEN and session.looked_for:
        channel, session.looked_for = session.looked_for, ""
        session.emit(RoomLookedFor(channel, is_there=not session.is_missing))
