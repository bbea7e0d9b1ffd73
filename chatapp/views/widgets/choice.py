"""Some buttons in a row, of which one is chosen; what finds no room wraps."""

import tkinter as tk
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look

_BETWEEN, _BELOW = 8, 6


class Choice(ttk.Frame):
    """The last one is chosen to begin with; `on_choose` hears of another one."""

    def __init__(
        self, master: tk.Misc, look: Look, label: str, choices: Sequence[str]
    ) -> None:
        super().__init__(master, style="Page.TFrame")
        self.on_choose: Callable[[int], None] = lambda _index: None
        title = ttk.Label(self, text=label, style="PageBold.TLabel")
        title.grid(row=0, sticky="w")
        look.space(title, pady=(0, 5))
        self.buttons = [
            ttk.Button(self, text=words, command=lambda index=index: self.choose(index))
            for index, words in enumerate(choices)
        ]
        self.columnconfigure(0, weight=1)
        self._look = look
        self._rows: list[ttk.Frame] = []
        self._lines: list[list[ttk.Button]] = []
        self._put([self.buttons])
        self.bind("<Configure>", lambda event: self._put(self._fitting(event.width)))
        self.choose(len(choices) - 1)

    def choose(self, index: int) -> None:
        """Let this be what is chosen."""
        self.chosen = index
        for number, button in enumerate(self.buttons):
            is_chosen = number == index
            button.configure(style="Jump.TButton" if is_chosen else "Choice.TButton")
        self.on_choose(index)

    def _fitting(self, width: int) -> list[list[ttk.Button]]:
        """Part the buttons into lines that are no wider than this."""
        lines: list[list[ttk.Button]] = []
        end = 0
        for button in self.buttons:
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
            for button in buttons:
                button.pack(in_=row, side="left", padx=(0, self._look.px(_BETWEEN)))
                button.lift(row)

    def _row(self, number: int) -> ttk.Frame:
        if number == len(self._rows):
            self._rows.append(ttk.Frame(self, style="Page.TFrame"))
        below = self._look.px(_BELOW) if number < len(self._lines) - 1 else 0
        self._rows[number].grid(row=number + 1, sticky="w", pady=(0, below))
        return self._rows[number]
