"""A line to search by, with words inside that say what for while it is empty."""

import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look
from chatapp.views.widgets.entry_line import EntryLine
from chatapp.views.widgets.example_text import ExampleText

if TYPE_CHECKING:
    from collections.abc import Callable

_LEFT = 13


class SearchField(ttk.Frame):
    """Tells of each change of what is written in it."""

    def __init__(
        self, master: tk.Misc, look: Look, words: str, surface: str = "Page"
    ) -> None:
        super().__init__(master, style=f"{surface}.TFrame")
        self.on_change: Callable[[str], None] = lambda _text: None
        self._look = look
        self._variable = tk.StringVar(self)
        self.entry = EntryLine(
            self,
            look.fonts.body,
            style="Form.TEntry" if surface == "Page" else f"{surface}.TEntry",
            textvariable=self._variable,
            width=10,
        )
        self.entry.pack(fill="x")
        self._words = ExampleText(self.entry, look, words, _LEFT)
        self._variable.trace_add("write", self._changed)
        look.follow(self, self._paint)

    @property
    def text(self) -> str:
        """What is written in it."""
        return self._variable.get()

    def fill(self, text: str) -> None:
        """Write this in it, the cursor behind it."""
        self._variable.set(text)
        self.entry.icursor("end")

    def select(self) -> None:
        """Select all that is written, to have it replaced by what is typed."""
        self.entry.selection_range(0, "end")
        self.entry.icursor("end")

    def _changed(self, *_names: str) -> None:
        self._place_words()
        self.on_change(self.text)

    def _place_words(self) -> None:
        self._words.show(not self.text)

    def _paint(self) -> None:
        self._words.paint(self._look.palette.input)
        self._place_words()
