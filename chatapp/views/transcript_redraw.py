"""Redraws the transcript's rows bit by bit: after a new palette, or for late emoji."""

import tkinter as tk
from collections.abc import Iterable
from time import perf_counter

from chatapp.views.transcript_rows import Row, RowWriter

_TURN = 0.008
_PAUSE_MS = 4


class RowRedrawer:
    """Has a queue of rows to redraw, and a short turn for them now and again."""

    def __init__(self, text: tk.Text, writer: RowWriter) -> None:
        self._text = text
        self._writer = writer
        self._queue: list[Row] = []
        self._due: str | None = None

    def redraw(self, seen: Iterable[Row], unseen: Iterable[Row]) -> None:
        """Redraw the rows that one can see at once, and all others in turns."""
        self._writer.composer.begin()
        for row in seen:
            self._writer.redraw(row)
        self._queue = list(unseen)
        self._schedule()

    @property
    def busy(self) -> bool:
        """Whether there are rows that still have to be redrawn."""
        return bool(self._queue)

    def finish(self) -> None:
        """See to the rows that were written with emoji still missing."""
        if self._writer.unfinished:
            self._schedule()

    def _turn(self) -> None:
        self._due = None
        if not self._text.winfo_exists():
            return
        deadline = perf_counter() + _TURN
        self._writer.composer.begin()
        self._queue += self._writer.unfinished
        self._writer.unfinished.clear()
        done = 0
        for row in self._queue:
            if done and perf_counter() >= deadline:
                break
            if self._text.tag_ranges(row.tag):
                self._writer.redraw(row)
            done += 1
        del self._queue[:done]
        if self._queue or self._writer.unfinished:
            self._schedule()

    def _schedule(self) -> None:
        if self._due is None:
            self._due = self._text.after(_PAUSE_MS, self._turn)
