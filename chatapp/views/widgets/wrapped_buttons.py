"""A frame whose buttons stand in lines; what finds no room begins another line."""

import tkinter as tk
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look

_BETWEEN, _BELOW = 8, 6


class WrappedButtons(ttk.Frame):
    """Is as wide as there is room, and as high as its lines are together.

    The arrows go from one button to the next.
    """

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Page.TFrame")
        self._look = look
        self._buttons: Sequence[ttk.Button] = ()
        self._rows: list[ttk.Frame] = []
        self._lines: list[list[ttk.Button]] = []
        self.columnconfigure(0, weight=1)
        self.bind("<Configure>", lambda event: self._fit(event.width))

    def show(self, buttons: Sequence[ttk.Button]) -> None:
        """Have these buttons, which were made in this frame."""
        self._buttons = buttons
        bind_arrows(buttons)
        for button in buttons:  # with other words it needs another room
            button.bind("<Configure>", self._fit_again, add="+")
        self._put([list(buttons)])
        self._look.scale.follow(self, self._resize)

    @property
    def width_of_one_line(self) -> int:
        """How many pixels wide all of the buttons are side by side."""
        gaps = self._look.px(_BETWEEN) * max(0, len(self._buttons) - 1)
        return gaps + sum(button.winfo_reqwidth() for button in self._buttons)

    def _resize(self) -> None:
        """Leave as much between them as is right, once they have another size."""
        self.update_idletasks()
        lines, self._lines = self._lines, []
        self._put(lines)
        self._fit(self.winfo_width())

    def _fit_again(self, _event: "tk.Event[tk.Misc]") -> None:
        self._fit(self.winfo_width())

    def _fit(self, width: int) -> None:
        if width > 1:
            self._put(self._fitting(width))

    def _fitting(self, width: int) -> list[list[ttk.Button]]:
        """Part the buttons into lines that are no wider than this."""
        lines: list[list[ttk.Button]] = []
        end = 0
        for button in self._buttons:
            needs = button.winfo_reqwidth()
            if not lines or end + needs > width:
                lines.append([])
                end = 0
            lines[-1].append(button)
            end += needs + self._look.px(_BETWEEN)
        return lines

    def _put(self, lines: list[list[ttk.Button]]) -> None:
        if lines == self._lines:
            return
        self._lines = lines
        for row in self._rows:
            row.grid_remove()
        for number, buttons in enumerate(lines):
            row = self._row(number)
            for place, button in enumerate(buttons):
                gap = self._look.px(_BETWEEN) if place < len(buttons) - 1 else 0
                button.pack(in_=row, side="left", padx=(0, gap))
                button.lift()  # so that Tab goes through them in their order

    def _row(self, number: int) -> ttk.Frame:
        if number == len(self._rows):
            self._rows.append(ttk.Frame(self, style="Page.TFrame"))
        below = self._look.px(_BELOW) if number < len(self._lines) - 1 else 0
        self._rows[number].grid(row=number, sticky="w", pady=(0, below))
        return self._rows[number]


def bind_arrows(buttons: Sequence[ttk.Button]) -> None:
    """Let the arrows go from one of these buttons to the next, and round."""
    for place, button in enumerate(buttons):
        for step, keys in ((-1, ("<Left>", "<Up>")), (1, ("<Right>", "<Down>"))):
            other = buttons[(place + step) % len(buttons)]
            for key in keys:
                button.bind(key, _going_to(other))


def _going_to(button: ttk.Button) -> "Callable[[tk.Event[tk.Misc]], str]":
    def go(_event: "tk.Event[tk.Misc]") -> str:
        button.focus_set()
        return "break"

    return go
