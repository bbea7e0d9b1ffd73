"""Tells what was said before to who comes into a channel and cannot ask for it.

Specification: https://ircv3.net/specs/extensions/batch/chathistory
"""

from collections.abc import Sequence

from chatapp.wire.capabilities import CHATHISTORY
from chatapp.wire.timestamps import render_time
from server.commands.context import Context
from server.commands.past_lines import tell_lines
from server.commands.ports import Line
from server.world.capabilities import SERVER_TIME
from server.world.channel import Channel
from server.world.chat_message import ChatMessage
from server.world.page import Edge, Page

CTCP = "\x01"
MINUTES = len("2026-01-31T12:00")


def play_back(context: Context, channels: Sequence[Channel]) -> None:
    """Tell the latest of these channels, soon, to a client that cannot ask for it."""
    history = context.settings.history
    is_wanted = history.enabled and history.playback_on_join > 0
    if not is_wanted or not channels or context.session.has(CHATHISTORY):
        return
    # What is said from now on is heard anyway.
    now = Edge(sequence=context.services.numbers.next())
    most = history.playback_on_join
    pages = [
        Page(each.conversation, each.history_start, most, before=now)
        for each in channels
    ]
    context.later(
        lambda reader: [reader.page(page) for page in pages],
        lambda later, found: _tell(later, channels, found),
        lambda _later, _error: None,
    )


def _tell(
    context: Context, channels: Sequence[Channel], found: Sequence[Sequence[Line]]
) -> None:
    knows_time = context.session.dialect & SERVER_TIME
    for channel, lines in zip(channels, found, strict=True):
        if lines and channel in context.user.channels:
            with context.batch("chathistory", channel.name):
                tell_lines(context, lines if knows_time else map(_dated, lines))


def _dated(line: Line) -> Line:
    """Write in front of a text when it was said: in UTC, as all times here."""
    if not isinstance(line, ChatMessage) or not line.text or CTCP in line.text:
        return line
    moment = render_time(line.time)[:MINUTES].replace("T", " ")
    return line._replace(text=f"[{moment}] {line.text}")
