"""Messages of several lines: sent as a batch, and put together from one.

Specification: https://ircv3.net/specs/extensions/multiline
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from chatapp.models.entities import MessageKind
from chatapp.wire import capabilities, tag_names
from chatapp.wire.message import Message
from chatapp.wire.multiline import (
    Limits,
    Piece,
    join_pieces,
    parse_limits,
    parts_of,
)

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

_JOINED = frozenset((MessageKind.TEXT, MessageKind.EDIT))
_SPOKEN = ("PRIVMSG", "NOTICE")
_OF_EACH_PART = (tag_names.BATCH, tag_names.TIME, tag_names.ACCOUNT)
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
) -> Iterator[Message]:
    """Make one message of those in a batch; none where they are none.

    What is beyond the length that was agreed on is in further messages.

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
        return
    first = spoken[0]
    target = begin.params[2] if len(begin.params) > len("+b") else first.params[0]
    source = begin.source or first.source
    limits = limits_of(session, MessageKind.TEXT)
    most_bytes = min(limits.most_bytes, MOST_BYTES) if limits else MOST_BYTES
    tags = begin.tags
    for part in parts_of(pieces, most_bytes):
        yield Message(first.command, (target, join_pieces(part)), tags, source)
        tags = rest_of(begin).tags


def rest_of(begin: Message) -> Message:
    """Give what begins the rest of a message: it has no id and answers nothing."""
    tags = {name: begin.tags[name] for name in _OF_EACH_PART if name in begin.tags}
    return replace(begin, tags=tags)
