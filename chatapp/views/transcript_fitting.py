"""Writes rows anew that were fitted to another width, once the width stays as it is."""

import tkinter as tk
from collections.abc import Callable, Iterable

from chatapp.views.transcript_rows import Row

# People drag a window's edge for a while.
_PAUSE_MS = 120
_AT_ONCE = 8


class Refitting:
    """The rows that are still to be written for the width of the moment."""

    def __init__(self, text: tk.Text, rewrite: Callable[[list[Row]], None]) -> None:
        """Begin with nothing to do; `rewrite` writes rows anew that are still shown."""
        self._text = text
        self._rewrite = rewrite
        self._waiting: list[Row] = []
        self._due: str | None = None

    def begin(self, rows: Iterable[Row]) -> None:
        """Write these rows anew, those first that come first."""
        self.cancel()
        self._waiting = [row for row in rows if row.is_fitted]
        if self._waiting:
            self._due = self._text.after(_PAUSE_MS, self._turn)

    def cancel(self) -> None:
        """Leave what is still to be done."""
        if self._due is not None:
            self._text.after_cancel(self._due)
            self._due = None

    def _turn(self) -> None:
        self._due = None
        rows, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        self._rewrite(rows)
        if self._waiting:
            self._due = self._text.after(1, self._turn)
