"""REDACT: messages that are taken back, by whoever said them or looks after a room.

Specification: https://ircv3.net/specs/extensions/message-redaction
"""

from typing import TYPE_CHECKING

from chatapp.models.session.conversation import room_of
from chatapp.models.session.facts import Heard
from chatapp.models.session.readers import read
from chatapp.models.session.table import inbound
from chatapp.wire import capabilities
from chatapp.wire.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chatapp.models.session.session import Session


@inbound.handles("REDACT", min_params=2)
def take_back(session: "Session", message: Message) -> None:
    """Take in that a message was taken back, or that the server has done that."""
    room = room_of(session, message)
    if room:
        session.emit(Heard(read(session, message, room), session.label_of(message)))


def can_redact(session: "Session") -> bool:
    """Tell whether the server takes messages back."""
    return session.has(capabilities.MESSAGE_REDACTION)


def redact(session: "Session", room: str, msgids: "Iterable[str]", reason: str) -> None:
    """Have messages taken back; with a reason that everybody reads, if there is one.

    Raises:
        MalformedMessage: one of them cannot be named on the wire.
    """
    for msgid in msgids:
        session.send("REDACT", room, msgid, *([reason] if reason else []))
