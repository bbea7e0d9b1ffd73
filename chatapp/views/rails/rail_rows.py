"""The rows of a rail, and where each of them is. No Tk here."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class RailRow:
    """A row: `key` names it, empty for a title; `height` is that at no zoom."""

    key: str
    height: int


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands: open, under the pointer, under the keyboard's cursor."""

    selected: bool = False
    hovered: bool = False
    focused: bool = False


class RowStack:
    """Rows one under the other; all places are pixels from the top of the first.

    Where they are is counted once, so that thousands of them cost no more than few.
    """

    def __init__(self, px: Callable[[float], int]) -> None:
        self._px = px
        self._rows: Sequence[RailRow] = ()
        self._tops: list[int] = [0]
        self._keys: list[str] = []
        self._places: dict[str, int] = {}

    @property
    def rows(self) -> Sequence[RailRow]:
        """All rows, from the top."""
        return self._rows

    def fill(self, rows: Sequence[RailRow]) -> None:
        """Stand these rows one under the other."""
        self._rows = rows
        self._places = {row.key: at for at, row in enumerate(rows) if row.key}
        self._keys = list(self._places)
        self.measure()

    def measure(self) -> None:
        """Count where the rows are, as heights are others at another zoom."""
        heights = {row.height for row in self._rows}
        pixels = {height: self._px(height) for height in heights}
        self._tops = [0, *accumulate(pixels[row.height] for row in self._rows)]

    def between(self, top: int, bottom: int) -> Iterator[tuple[RailRow, int, int]]:
        """Give the rows that stand there, each with its top and its height."""
        at = max(0, bisect_right(self._tops, top) - 1)
        while at < len(self._rows) and self._tops[at] < bottom:
            yield self._rows[at], self._tops[at], self._tops[at + 1] - self._tops[at]
            at += 1

    def total(self) -> int:
        """Tell how tall all of them are together."""
        return self._tops[-1]

    def keys(self) -> list[str]:
        """Give the keys of the rows that can be chosen."""
        return self._keys

    def row(self, key: str) -> RailRow | None:
        """Find a row that can be chosen."""
        at = self._places.get(key)
        return None if at is None else self._rows[at]

    def key_at(self, y: int) -> str:
        """Tell which row is at a place; empty for a title or none."""
        if not 0 <= y < self.total():
            return ""
        return self._rows[bisect_right(self._tops, y) - 1].key

    def place_of(self, key: str) -> tuple[int, int]:
        """Give the top and the height of a row; of none, where one would follow."""
        at = self._places.get(key)
        if at is None:
            return self.total(), 0
        return self._tops[at], self._tops[at + 1] - self._tops[at]
