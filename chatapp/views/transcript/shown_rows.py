"""The rows that stand in the transcript, and where each of them is."""

import tkinter as tk
from collections.abc import Sequence

from chatapp.views.transcript.rows import Row


class ShownRows:
    """A list of rows beside the Text that they are written in."""

    def __init__(self, text: tk.Text) -> None:
        self._text = text
        self._rows: list[Row] = []
        self._by_tag: dict[str, Row] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, row: Row) -> bool:
        return row.tag in self._by_tag

    @property
    def all(self) -> Sequence[Row]:
        """Every row, from the top."""
        return self._rows

    def replace(self, start: int, stop: int, fresh: Sequence[Row]) -> None:
        """Note that rows have taken the place of others."""
        for row in self._rows[start:stop]:
            del self._by_tag[row.tag]
        self._rows[start:stop] = fresh
        self._by_tag.update((row.tag, row) for row in fresh)

    def at(self, index: str) -> Row | None:
        """Find the row that stands at an index of the text."""
        for tag in self._text.tag_names(index):
            row = self._by_tag.get(tag)
            if row is not None:
                return row
        return None

    def number(self, row: Row) -> int:
        """Tell which row from the top it is."""
        return self._rows.index(row)

    def of_message(self, key: str) -> Row | None:
        """Find the row of a message."""
        return next((row for row in self._rows if row.message.key == key), None)

    def start_of(self, number: int) -> str:
        """Tell the index at which a row begins, or would begin after the last."""
        if number >= len(self._rows):
            return "end-1c"
        return str(self._text.tag_ranges(self._rows[number].tag)[0])

    def moves_view(self, number: int) -> bool:
        """Tell whether one would see it if a row is written anew.

        What is written right above the first line that one sees moves that line, too.
        """
        top, bottom = self.at("@0,0"), self.at("@0,32000")
        if top and number < self._rows.index(top) - 1:
            return False
        return bottom is None or number <= self._rows.index(bottom)

    def seen_first(self) -> tuple[list[Row], list[Row]]:
        """Give the rows that one can see, and all the others."""
        rows = self._rows
        top, bottom = self.at("@0,0"), self.at("@0,32000")
        first = rows.index(top) if top else 0
        last = rows.index(bottom) + 1 if bottom else len(rows)
        return rows[first:last], [*rows[last:], *rows[:first]]
