"""Shows where messages may be missing, as a line among those that are there."""

from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.models.history.history import History


def with_holes(history: History, first: int, last: int) -> list[ChatMessage]:
    """Give a part of a history, with a line for each hole that stays for now."""
    lines = list(history[first:last])
    for hole in sorted(history.holes(), reverse=True):
        if first < hole < last:
            lines.insert(hole - first, _hole_before(lines[hole - first]))
    return lines


def _hole_before(line: ChatMessage) -> ChatMessage:
    return ChatMessage(
        f"hole-{line.key}", line.room, "", "", line.time, MessageKind.GAP
    )


def is_same(one: ChatMessage, other: ChatMessage) -> bool:
    """Tell whether a line can stay as it is shown."""
    is_made = one.kind in (MessageKind.GAP, MessageKind.FOLD)
    return one is other or (is_made and one == other)
