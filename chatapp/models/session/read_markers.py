"""MARKREAD: how far one has read, in any window of one's own.

Specification: https://ircv3.net/specs/extensions/read-marker
"""

from datetime import datetime
from typing import TYPE_CHECKING

from chatapp.models.session.facts import ReadTold
from chatapp.models.session.table import inbound
from chatapp.wire.capabilities import READ_MARKER
from chatapp.wire.message import Message
from chatapp.wire.timestamps import parse_time, render_time

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

COMMAND = "MARKREAD"
_TIMESTAMP = "timestamp="


def has_markers(session: "Session") -> bool:
    """Tell whether others of one's own windows could hear of it: guests have none."""
    return bool(session.account) and session.has(READ_MARKER)


def tell(session: "Session", room: str, time: datetime) -> None:
    """Say that everything in a conversation is read up to this time."""
    session.send(COMMAND, room, f"{_TIMESTAMP}{render_time(time)}")


def ask(session: "Session", room: str) -> None:
    """Ask how far a conversation is read; of a channel it is told unasked."""
    if has_markers(session) and not session.isupport.is_channel(room):
        session.send(COMMAND, room)


@inbound.handles(COMMAND, min_params=2)
def told(session: "Session", message: Message) -> None:
    """Take in how far one has read somewhere, perhaps in another window."""
    room, value = message.params[:2]
    if not value.startswith(_TIMESTAMP):
        return  # nothing of it was ever read
    try:
        time = parse_time(value.removeprefix(_TIMESTAMP))
    except ValueError:
        return
    session.emit(ReadTold(room, time))
