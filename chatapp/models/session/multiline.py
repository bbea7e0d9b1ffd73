"""Messages of several lines: sent as a batch, and put together from one.

Specification: https://ircv3.net/specs/extensions/multiline
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from chatapp.models.entities import MessageKind
from chatapp.wire import capabilities, tag_names
from chatapp.wire.message import Message
from chatapp.wire.multiline import (
    Limits,
    Piece,
    first_pieces,
    join_pieces,
    parse_limits,
)

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

_JOINED = frozenset((MessageKind.TEXT, MessageKind.EDIT))
_SPOKEN = ("PRIVMSG", "NOTICE")
MOST_BYTES = 262_144
"""No message is taken in that is longer: no server of chatapp can allow more."""


def limits_of(session: "Session", kind: MessageKind) -> Limits | None:
    """Tell what a message of several lines may hold; None where there are none."""
    if kind not in _JOINED or not session.has(capabilities.BATCH):
        return None
    if not session.has(capabilities.MULTILINE):
        return None
    return parse_limits(session.login.offered.get(capabilities.MULTILINE, ""))


def send(
    session: "Session", room: str, pieces: Iterable[Piece], tags: dict[str, str]
) -> None:
    """Send a message of several pieces; the tags are the whole message's.

    Raises:
        MalformedMessage: it cannot be written on the wire.
    """
    reference = session.new_id()
    begin = (f"+{reference}", capabilities.MULTILINE, room)
    session.send("BATCH", *begin, tags=tags)
    for piece in pieces:
        inside = {tag_names.BATCH: reference}
        if piece.goes_on:
            inside[tag_names.MULTILINE_CONCAT] = ""
        session.send("PRIVMSG", room, piece.text, tags=inside)
    session.send("BATCH", f"-{reference}")


def put_together(
    session: "Session", begin: Message, lines: Iterable[Message]
) -> Message | None:
    """Make one message of those in a batch; None where they are none.

    What is beyond the length that was agreed on is left out.

    Args:
        session: in which they came.
        begin: what began the batch: all tags of the message stand there.
        lines: what came in it.
    """
    spoken = [line for line in lines if line.command in _SPOKEN]
    pieces = [
        Piece(line.trailing, tag_names.MULTILINE_CONCAT in line.tags)
        for line in spoken
        if len(line.params) > 1
    ]
    if not pieces:
        return None
    first = spoken[0]
    target = begin.params[2] if len(begin.params) > len("+b") else first.params[0]
    source = begin.source or first.source
    limits = limits_of(session, MessageKind.TEXT)
    most_bytes = min(limits.most_bytes, MOST_BYTES) if limits else MOST_BYTES
    text = join_pieces(first_pieces(pieces, most_bytes))
    return Message(first.command, (target, text), begin.tags, source)
