"""Keeps what one reads in the transcript where it is, whatever changes around it."""

import tkinter as tk
from collections.abc import Iterator
from contextlib import contextmanager

from chatapp.views.transcript.shown_rows import ShownRows

_ANCHOR = "anchor"


class ReadingPlace:
    """Marks a line that one sees before a change, and brings it back after it."""

    def __init__(self, text: tk.Text, rows: ShownRows) -> None:
        self._text = text
        self._rows = rows
        text.mark_set(_ANCHOR, "end")
        text.mark_gravity(_ANCHOR, "right")

    @contextmanager
    def staying(self, start: int, stop: int) -> Iterator[None]:
        """Keep the place while the rows from `start` to before `stop` change."""
        text = self._text
        key = self._drop_anchor(start, stop)
        before = text.dlineinfo(_ANCHOR)
        yield
        row = self._rows.of_message(key) if key else None
        if row:
            text.mark_set(_ANCHOR, self._rows.start_of(self._rows.number(row)))
        after = text.dlineinfo(_ANCHOR)
        if after is None:
            text.yview(_ANCHOR)
            after = text.dlineinfo(_ANCHOR)
        if before and after and before[1] != after[1]:
            text.yview_scroll(after[1] - before[1], "pixels")

    def _drop_anchor(self, start: int, stop: int) -> str:
        """Mark a line that one sees and that stays; else tell whose row comes back."""
        text, rows = self._text, self._rows
        top = rows.at("@0,0")
        number = rows.number(top) if top else len(rows)
        text.mark_set(_ANCHOR, "@0,0")
        if top is None or not start <= number < stop:
            return ""
        text.mark_set(_ANCHOR, rows.start_of(stop))
        if text.dlineinfo(_ANCHOR):
            return ""
        text.mark_set(_ANCHOR, rows.start_of(number))
        return top.message.key
