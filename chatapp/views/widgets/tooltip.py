"""A few words about what is under the pointer, until one goes on working."""

import tkinter as tk
from typing import Any

import ttkbootstrap as ttk

_DELAY, _LONGEST = 600, 8000


class Tooltip(ttk.ToolTip):
    """Stands above its widget or below it, so that it covers nothing beside it.

    It comes when the pointer rests for a moment, and goes with the pointer, with the
    next key, and after some seconds.
    """

    def __init__(
        self, widget: tk.Misc, text: str = "", *, at_pointer: bool = False
    ) -> None:
        """Tell of a widget, or of the part of it that is under the pointer.

        Args:
            widget: what the pointer comes to.
            text: what is said then.
            at_pointer: whether it stands beside the pointer, as for rows of a list.
        """
        super().__init__(widget, text=text, delay=_DELAY)
        self._at_pointer = at_pointer
        self._end = ""
        self._leave = widget.register(self.leave)

    def show_tip(self, *_event: Any) -> None:
        """Say it now."""
        if self.toplevel or not self.widget.winfo_exists():
            return
        if not self._at_pointer:
            self.configure(position=self._free_side())
        super().show_tip()
        self._end = self.widget.after(_LONGEST, self.leave)
        # No other tooltip is shown while this one is.
        self._on_keys(self._leave)

    def hide_tip(self, *_event: Any) -> None:
        """Say it no more."""
        if self.toplevel:
            self.widget.after_cancel(self._end)
            self._on_keys("")
        super().hide_tip()

    def _on_keys(self, command: str) -> None:
        self.widget.tk.call("bind", "all", "<Key>", command)

    def _free_side(self) -> str:
        """Choose the side on which the window has more room."""
        widget, window = self.widget, self.widget.winfo_toplevel()
        middle = widget.winfo_rooty() + widget.winfo_height() // 2
        is_high = middle < window.winfo_rooty() + window.winfo_height() // 2
        return "bottom" if is_high else "top"
