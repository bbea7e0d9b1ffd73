"""Folds what is told of people who come and go: one line for several, or nothing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from chatapp.controllers.reading.folding_wording import folded
from chatapp.models.entities import Change, ChatMessage, MessageKind
from chatapp.models.settings.choices import Comings

_FEWEST = 2
"""So many lines that follow each other are folded."""
_CAME = (Change.JOINED,)
_WENT = (Change.LEFT, Change.QUIT)
_COMINGS = frozenset((*_CAME, *_WENT))


class Folding:
    """Knows what is folded, and what somebody has unfolded in the open room."""

    def __init__(self, comings: Callable[[], Comings]) -> None:
        self._comings = comings
        self._members: dict[str, list[str]] = {}
        self._unfolded: set[str] = set()

    def is_hidden(self, line: ChatMessage) -> bool:
        """Tell whether a line is not told at all."""
        return _is_coming(line) and self._comings() is Comings.HIDDEN

    def is_foldable(self, line: ChatMessage) -> bool:
        """Tell whether a line is folded together with others beside it."""
        if not _is_coming(line) or line.key in self._unfolded:
            return False
        return self._comings() is Comings.FOLDED

    def fold(self, lines: Sequence[ChatMessage]) -> list[ChatMessage]:
        """Put one line in place of several, wherever they follow each other."""
        found: list[ChatMessage] = []
        run: list[ChatMessage] = []
        for line in lines:
            # Most lines tell of nobody's coming, and all are looked at in each frame.
            if line.change is not None and self.is_foldable(line):
                if run and _day(run[-1]) != _day(line):
                    found += self._folded(run)
                    run = []
                run.append(line)
                continue
            if run:
                found += self._folded(run)
                run = []
            found.append(line)
        return found + self._folded(run)

    def unfold(self, key: str) -> None:
        """Show each of the lines that a line with this key stands for."""
        self._unfolded.update(self._members.pop(key, ()))

    def forget(self) -> None:
        """Fold everything again, as another room is opened."""
        self._members.clear()
        self._unfolded.clear()

    def _folded(self, run: list[ChatMessage]) -> list[ChatMessage]:
        if len(run) < _FEWEST:
            return run
        first, last = run[0], run[-1]
        key = f"fold-{first.key}"
        self._members[key] = [line.key for line in run]
        line = replace(
            first,
            key=key,
            sender="",
            text=folded(*_sorted(run)),
            time=last.time,
            kind=MessageKind.FOLD,
            change=None,
            msgid="",
        )
        return [line]


def _is_coming(line: ChatMessage) -> bool:
    return line.change in _COMINGS and not line.mine


def _day(line: ChatMessage) -> date:
    return line.time.astimezone().date()


Nicks = list[str]


def _sorted(run: Iterable[ChatMessage]) -> tuple[Nicks, Nicks, Nicks, Nicks]:
    """Tell who came, who left, who came and left again, and the other way round."""
    first: dict[str, bool] = {}
    last: dict[str, bool] = {}
    for line in run:
        has_come = line.change in _CAME
        first.setdefault(line.sender, has_come)
        last[line.sender] = has_come

    def those(came_first: bool, is_here: bool) -> Nicks:
        wanted = (came_first, is_here)
        return [nick for nick in first if (first[nick], last[nick]) == wanted]

    return (
        those(came_first=True, is_here=True),
        those(came_first=False, is_here=False),
        those(came_first=True, is_here=False),
        those(came_first=False, is_here=True),
    )
