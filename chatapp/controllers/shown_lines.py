"""Which lines of a part of a history are shown: not one's own coming and going."""

from collections.abc import Callable, Sequence

from chatapp.controllers.holes import is_same, with_holes
from chatapp.models.entities import Change, ChatMessage, Delivery, MessageKind
from chatapp.models.history import History

_UNTOLD = frozenset((Change.JOINED, Change.QUIT))
_NOT_THERE_YET = frozenset((Delivery.WAITING, Delivery.FAILED))
"""An edit that has not arrived is shown; else what it changes tells of it."""


class ShownLines:
    """Knows which lines are to be read: not those of whom one ignores, either."""

    def __init__(self, ignores: Callable[[str], bool]) -> None:
        self._ignores = ignores

    def of(self, history: History, first: int, last: int) -> list[ChatMessage]:
        """Give what is to be read of a part of a history, with its holes."""
        return list(filter(self._is_shown, with_holes(history, first, last)))

    def go_back(self, history: History, place: int, start: int, count: int) -> int:
        """Give the place so many shown lines before another, at least `start`."""
        while place > start and count:
            place -= 1
            count -= self._is_shown(history[place])
        return place

    def go_on(self, history: History, place: int, stop: int, count: int) -> int:
        """Give the place so many shown lines behind another, at most `stop`."""
        while place < stop and count:
            count -= self._is_shown(history[place])
            place += 1
        return place

    def _is_shown(self, line: ChatMessage) -> bool:
        if line.kind.is_amendment:
            return line.delivery in _NOT_THERE_YET
        if line.mine:  # one knows when one came and went
            return line.change not in _UNTOLD
        is_by_person = line.kind.is_said or line.kind is MessageKind.DELETED
        return not (is_by_person and self._ignores(line.sender))


def first_place(history: History, part: Sequence[ChatMessage], opening: int) -> int:
    """Give where a part begins that was shown, however the history has grown.

    What comes stands before what is not confirmed: a part that begins with that
    goes back, so that what has come is in it.
    """
    for message in part:
        index = history.index_of(message.key)
        if index is not None and index == history.confirmed_count:
            start, _stop = history.run_around(index - 1)
            return max(start, index - opening)
        if index is not None:
            return index
    return max(0, len(history) - opening)


def common_start(shown: Sequence[ChatMessage], wanted: Sequence[ChatMessage]) -> int:
    """Count how many lines at the beginning can stay as they are shown."""
    count = 0
    for old, new in zip(shown, wanted, strict=False):
        if not is_same(old, new):
            return count
        count += 1
    return count
