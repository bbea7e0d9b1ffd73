"""Finds lines that a server can be asked about: those to which it has given an id."""

from collections.abc import Iterable, Sequence

from chatapp.models.entities import ChatMessage


def last_two(lines: Sequence[ChatMessage], start: int, stop: int) -> list[ChatMessage]:
    """Give the two newest lines with a msgid between two places, if there are any."""
    found: list[ChatMessage] = []
    for index in range(stop - 1, start - 1, -1):
        if lines[index].msgid:
            found.insert(0, lines[index])
        if len(found) == 2:
            break
    return found


def first(lines: Iterable[ChatMessage], *, said: bool) -> ChatMessage | None:
    """Give the oldest line with a msgid, at best one that was `said`."""
    found: ChatMessage | None = None
    for message in lines:
        if message.msgid and not (said and message.kind.is_event):
            return message
        found = found or (message if message.msgid else None)
    return found
