"""Notices that the reader comes near an end of what is shown, and asks for more."""

import tkinter as tk
from collections.abc import Callable

# How near to an end of what is shown, as a share of it, more is asked for.
_NEAR = 0.06


class Edges:
    """The two ends of what is shown, and whether they are near."""

    def __init__(
        self,
        text: tk.Text,
        ask_older: Callable[[], object],
        ask_newer: Callable[[], object],
    ) -> None:
        self._text = text
        self._ask_older = ask_older
        self._ask_newer = ask_newer
        self._near_top = self._near_bottom = False

    def scrolled(self, top: float, bottom: float, *, has_rows: bool) -> None:
        """Note which share of the text one sees, and ask for more of it if need be."""
        near_top, near_bottom = top < _NEAR, bottom > 1 - _NEAR
        # A page may be too small to take one out of what is near: the top asks again.
        if near_top and (top <= 0 or not self._near_top) and has_rows:
            self._text.after_idle(self._ask, self._ask_older)
        if near_bottom and not self._near_bottom and has_rows:
            self._text.after_idle(self._ask, self._ask_newer)
        self._near_top, self._near_bottom = near_top, near_bottom

    def _ask(self, ask: Callable[[], object]) -> None:
        if self._text.winfo_exists():
            ask()
