"""Tells lines of the history as they were heard, to who understands them."""

from collections.abc import Iterable

from chatapp.wire.capabilities import MESSAGE_REDACTION
from server.announcements.messages import past_words
from server.commands.context import Context
from server.commands.ports import Line
from server.world.chat_message import ChatMessage
from server.world.page import PastLine
from server.world.redaction import COMMAND
from server.world.world import World


def tell_lines(context: Context, lines: Iterable[Line]) -> None:
    """Answer with these lines; the traces of redactions are not for everybody."""
    dialect = context.session.dialect
    knows_redaction = context.session.has(MESSAGE_REDACTION)
    names: dict[str, str] = {}
    for line in lines:
        if knows_redaction or not _is_redaction(line):
            told = _told_today(context.world, line, names)
            context.relay(past_words(told).reply(dialect))


def _told_today(world: World, line: Line, names: dict[str, str]) -> Line:
    """Give a line with the name that its channel has now: another may have the old one.

    Args:
        world: knows the channels.
        line: as it was heard.
        names: those of the conversations that were looked up before.
    """
    if not isinstance(line, ChatMessage) or " " in line.target:
        return line
    if line.target not in names:
        channel = world.channel_of(line.target)
        names[line.target] = channel.name if channel else line.target_name
    name = names[line.target]
    return line if name == line.target_name else line._replace(target_name=name)


def _is_redaction(line: Line) -> bool:
    return isinstance(line, PastLine) and line.body.split(" ", 2)[1] == COMMAND
