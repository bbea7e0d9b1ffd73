"""Writes rows bit by bit: for another width, after haste, and what is expanded."""

import tkinter as tk
from collections.abc import Callable, Iterable
from time import perf_counter

from chatapp.views.transcript.rows import Row

# People drag a window's edge for a while.
_PAUSE_MS = 120
_TURN = 0.006
_NEXT_MS = 6


class Refitting:
    """The rows that are still to be written anew."""

    def __init__(self, text: tk.Text, rewrite: Callable[[Row], None]) -> None:
        """Begin with nothing to do; `rewrite` writes a row anew that is still shown."""
        self._text = text
        self._rewrite = rewrite
        self._waiting: dict[Row, None] = {}
        self._due: str | None = None

    def fit(self, rows: Iterable[Row]) -> None:
        """Write those of these rows for the width of the moment that depend on it."""
        fitted = [row for row in rows if row.is_fitted]
        if fitted:
            self.cancel()
            for row in fitted:
                row.rest = None  # for they begin anew
            self._waiting.update(dict.fromkeys(fitted))
            self._due = self._text.after(_PAUSE_MS, self._turn)

    def finish(self, rows: Iterable[Row]) -> None:
        """Write rows in full that were written in haste or begun, the last first."""
        hasty = [row for row in rows if row.is_hasty or row.rest]
        if hasty:
            self.redo(reversed(hasty))

    def redo(self, rows: Iterable[Row]) -> None:
        """Write these rows anew, as something in them has changed."""
        self._waiting.update(dict.fromkeys(rows))
        self._due = self._due or self._text.after(_NEXT_MS, self._turn)

    def cancel(self) -> None:
        """Do nothing for now."""
        if self._due is not None:
            self._text.after_cancel(self._due)
            self._due = None

    def _turn(self) -> None:
        self._due = None
        deadline = perf_counter() + _TURN
        while self._waiting:
            row = next(iter(self._waiting))
            del self._waiting[row]
            self._rewrite(row)
            if perf_counter() > deadline:
                break
        if self._waiting and self._due is None:
            self._due = self._text.after(_NEXT_MS, self._turn)
