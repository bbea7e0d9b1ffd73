"""Which lines of a part of a history are shown: not one's own coming and going."""

from collections.abc import Callable, Sequence

from chatapp.controllers.reading.folding import Folding
from chatapp.controllers.reading.holes import is_same, with_holes
from chatapp.models.entities import Change, ChatMessage, Delivery, MessageKind
from chatapp.models.history.history import History
from chatapp.models.settings.choices import Comings

_UNTOLD = frozenset((Change.JOINED, Change.LEFT, Change.QUIT))
_MOST_LINES = 4_000
"""However few of them are shown, a part has no more lines than that."""
_NOT_THERE_YET = frozenset((Delivery.WAITING, Delivery.FAILED))


def is_told_by_another(line: ChatMessage) -> bool:
    """Tell whether a line is an edit or a deletion that has reached what it changes."""
    return line.kind.is_amendment and line.delivery not in _NOT_THERE_YET


class ShownLines:
    """Knows which lines are to be read: not those of whom one ignores, either."""

    def __init__(
        self, ignores: Callable[[str], bool], comings: Callable[[], Comings]
    ) -> None:
        self._ignores = ignores
        self.folding = Folding(comings)

    def of(self, history: History, first: int, last: int) -> list[ChatMessage]:
        """Give what is to be read of a part of a history, with its holes."""
        lines = list(filter(self._is_shown, with_holes(history, first, last)))
        return self.folding.fold(lines)

    def go_back(self, history: History, place: int, start: int, count: int) -> int:
        """Give the place so many shown lines before another, at least `start`."""
        while place > start and count:
            place -= 1
            count -= self._counts(history, place, place + 1)
        return place

    def go_on(self, history: History, place: int, stop: int, count: int) -> int:
        """Give the place so many shown lines behind another, at most `stop`."""
        while place < stop and count:
            count -= self._counts(history, place, place - 1)
            place += 1
        return place

    def adds(self, history: History, first: int, last: int) -> bool:
        """Tell whether a part adds anything that is seen to what follows it."""
        return any(self._counts(history, at, at + 1) for at in range(first, last))

    def reach_on(self, history: History, first: int, stop: int, most: int) -> int:
        """Tell how far a part may go that begins there, with so many shown lines."""
        if stop - first <= most:
            return stop
        return min(self.go_on(history, first, stop, most), first + _MOST_LINES)

    def reach_back(self, history: History, last: int, start: int, most: int) -> int:
        """Tell how early a part may begin that ends there."""
        if last - start <= most:
            return start
        return max(self.go_back(history, last, start, most), last - _MOST_LINES)

    def _counts(self, history: History, place: int, beside: int) -> bool:
        """Tell whether a line adds one to those before; what is folded does not."""
        line = history[place]
        if not self._is_shown(line):
            return False
        has_neighbour = 0 <= beside < len(history)
        is_foldable = self.folding.is_foldable
        is_folded = is_foldable(line) and has_neighbour and is_foldable(history[beside])
        return not is_folded

    def _is_shown(self, line: ChatMessage) -> bool:
        if is_told_by_another(line):
            return False
        if line.kind.is_amendment:
            return True
        if line.change is not None and self.folding.is_hidden(line):
            return False
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


def last_place(history: History, part: Sequence[ChatMessage]) -> int:
    """Give where a part ends that was shown: behind the last of it that is there."""
    for message in reversed(part):
        index = history.index_of(message.key)
        if index is not None:
            return index + 1
    return len(history)


def common_start(shown: Sequence[ChatMessage], wanted: Sequence[ChatMessage]) -> int:
    """Count how many lines at the beginning can stay as they are shown."""
    count = 0
    for old, new in zip(shown, wanted, strict=False):
        if not is_same(old, new):
            return count
        count += 1
    return count
