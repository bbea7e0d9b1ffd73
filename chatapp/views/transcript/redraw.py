"""Redraws the transcript's rows after a change of colours, sizes or manner."""

import tkinter as tk
from collections.abc import Iterable
from time import perf_counter
from typing import TYPE_CHECKING

from chatapp.views.transcript.rows import Row, RowWriter
from chatapp.views.transcript.tags import shape_tags

if TYPE_CHECKING:
    from chatapp.views.transcript.transcript import Transcript

_TURN = 0.006
_PAUSE_MS = 6


class RowRedrawer:
    """Redraws what one sees at once, and the rest in short turns."""

    def __init__(self, text: tk.Text, writer: RowWriter) -> None:
        self._text = text
        self._writer = writer
        self._queue: list[Row] = []
        self._due: str | None = None

    @property
    def busy(self) -> bool:
        """Whether there are rows that still have to be redrawn."""
        return bool(self._queue)

    def redraw(self, seen: Iterable[Row], unseen: Iterable[Row]) -> None:
        """Redraw all these rows."""
        for row in seen:
            self._writer.redraw(row)
        self._queue = list(unseen)
        self._schedule()

    def _turn(self) -> None:
        self._due = None
        if not self._text.winfo_exists():
            return
        deadline = perf_counter() + _TURN
        done = 0
        for row in self._queue:
            if done and perf_counter() >= deadline:
                break
            if self._text.tag_ranges(row.tag):
                self._writer.redraw(row)
            done += 1
        del self._queue[:done]
        self._schedule()

    def _schedule(self) -> None:
        if self._queue and self._due is None:
            self._due = self._text.after(_PAUSE_MS, self._turn)


def rewrite(view: "Transcript") -> None:
    """Write everything in another manner, and stay where the reader is."""
    shape_tags(view.text, view.look)
    top, is_at_end = view.rows.at("@0,0"), view.is_at_end
    if view.rows:
        view.splice(0, len(view.rows), view.messages())
    if top and not is_at_end:
        view.show_from(top.message.key)
