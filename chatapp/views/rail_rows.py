"""The rows of a rail, and where each of them is. No Tk here."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass


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
    """Rows one under the other; all places are pixels from the top of the first."""

    def __init__(self, px: Callable[[float], int]) -> None:
        self.rows: Sequence[RailRow] = ()
        self._px = px

    def placed(self) -> Iterator[tuple[RailRow, int, int]]:
        """Give every row with its top and its height."""
        top = 0
        for row in self.rows:
            height = self._px(row.height)
            yield row, top, height
            top += height

    def total(self) -> int:
        """Tell how tall all of them are together."""
        return sum(self._px(row.height) for row in self.rows)

    def keys(self) -> list[str]:
        """Give the keys of the rows that can be chosen."""
        return [row.key for row in self.rows if row.key]

    def key_at(self, y: int) -> str:
        """Tell which row is at a place; empty for a title or none."""
        for row, top, height in self.placed():
            if top <= y < top + height:
                return row.key
        return ""

    def place_of(self, key: str) -> tuple[int, int]:
        """Give the top and the height of a row; of none, where one would follow."""
        for row, top, height in self.placed():
            if row.key == key:
                return top, height
        return self.total(), 0
