"""A card that lists what can be pressed."""

import tkinter as tk
from collections.abc import Sequence

import ttkbootstrap as ttk

from chatapp.models.entities import KeyHelp
from chatapp.views.dialog import Dialog
from chatapp.views.keys import label
from chatapp.views.palette import Look

_COLUMNS = 2


class ShortcutsDialog(Dialog):
    """The keys, in two columns; Escape, Enter or the button take it away."""

    width = 620

    def __init__(
        self, window: tk.Toplevel, look: Look, title: str, keys: Sequence[KeyHelp]
    ) -> None:
        super().__init__(window, look, title, "", action="Close", cancel="")
        self._cancel.grid_remove()
        table = ttk.Frame(self, style="Page.TFrame")
        table.grid(row=2, columnspan=2, sticky="ew")
        look.space(table, pady=(14, 18))
        length = -(-len(keys) // _COLUMNS)
        for place, each in enumerate(keys):
            self._add(table, place % length, place // length, each)
        self._action.bind("<Return>", lambda _event: self.close())

    def open(self) -> None:
        """Show the card in the middle of the window, over everything else."""
        self.show(self._action)

    def _add(self, table: ttk.Frame, row: int, column: int, each: KeyHelp) -> None:
        look = self._look
        table.columnconfigure(2 * column + 1, weight=1)
        keys = " … ".join(label(key) for key in each.keys)
        key = ttk.Label(table, text=keys, style="PageBold.TLabel")
        key.grid(row=row, column=2 * column, sticky="nw")
        look.space(key, padx=(0 if column == 0 else 18, 12), pady=(2, 2))
        words = ttk.Label(table, text=each.words, style="PageMuted.TLabel")
        words.grid(row=row, column=2 * column + 1, sticky="nw")
        look.fit(words, wraplength=180)
        look.space(words, pady=(2, 2))
