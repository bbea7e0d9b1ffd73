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
_NEVER = "*"


def has_markers(session: "Session") -> bool:
    """Tell whether others of one's own windows could hear of it: guests have none."""
    return bool(session.account) and session.has(READ_MARKER)


def tell(session: "Session", room: str, time: datetime) -> None:
    """Say that everything in a conversation is read up to this time."""
    session.send(COMMAND, room, f"{_TIMESTAMP}{render_time(time)}")


def ask(session: "Session", room: str) -> None:
    """Ask how far a conversation is read; who joins a channel is told unasked."""
    if has_markers(session):
        session.send(COMMAND, room)


@inbound.handles(COMMAND, min_params=2)
def told(session: "Session", message: Message) -> None:
    """Take in how far one has read somewhere, perhaps in another window."""
    room, value = message.params[:2]
    if value == _NEVER:
        session.emit(ReadTold(room, None))
    elif value.startswith(_TIMESTAMP):
        session.emit(ReadTold(room, parse_time(value.removeprefix(_TIMESTAMP))))
