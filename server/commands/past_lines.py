"""Tells lines of the history as they were heard, to who understands them."""

from collections.abc import Iterable

from chatapp.wire.capabilities import MESSAGE_REDACTION
from server.announcements.messages import past_words
from server.commands.context import Context
from server.commands.ports import Line
from server.world.page import PastLine
from server.world.redaction import COMMAND


def tell_lines(context: Context, lines: Iterable[Line]) -> None:
    """Answer with these lines; the traces of redactions are not for everybody."""
    dialect = context.session.dialect
    knows_redaction = context.session.has(MESSAGE_REDACTION)
    for line in lines:
        if knows_redaction or not _is_redaction(line):
            context.relay(past_words(line).reply(dialect))


def _is_redaction(line: Line) -> bool:
    return isinstance(line, PastLine) and line.body.split(" ", 2)[1] == COMMAND
