"""Follows the transcript's end while a change of sizes alters the rows above it."""

import tkinter as tk
from collections.abc import Callable

# How long a change of sizes goes on, until every part of the window has its own.
_SETTLING_MS = 150


class Settling:
    """Shows the end again and again until all rows have their new height."""

    def __init__(
        self,
        text: tk.Text,
        is_at_end: Callable[[], bool],
        is_redrawing: Callable[[], bool],
    ) -> None:
        self._text = text
        self._is_at_end = is_at_end
        self._is_redrawing = is_redrawing
        self._due: str | None = None

    @property
    def goes_on(self) -> bool:
        """Whether rows may still change their height."""
        return self._due is not None

    def begin(self) -> None:
        """Note that sizes have changed."""
        self.cancel()
        self._due = self._text.after(_SETTLING_MS, self._settled)

    def cancel(self) -> None:
        """Follow the end no longer."""
        if self._due is not None:
            self._text.after_cancel(self._due)
            self._due = None

    def _settled(self) -> None:
        self._due = None
        if self._is_at_end():
            self._text.see("end")
        if self._is_redrawing():
            self._due = self._text.after(_SETTLING_MS, self._settled)
