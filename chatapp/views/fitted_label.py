"""A label for one line of any length: what does not fit ends with dots."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.views.palette import Look
from chatapp.views.rich_text import plain


class FittedLabel(ttk.Label):
    """Takes whatever width it is given, and asks for none."""

    def __init__(self, master: tk.Misc, look: Look, style: str, font: str) -> None:
        super().__init__(master, style=style, width=1)
        self._look = look
        self._font = font
        self._text = ""
        self.bind("<Configure>", lambda _event: self._fit())
        look.scale.follow(self, self._fit)

    def show(self, text: str) -> None:
        """Show a text, or as much of it as there is room for, emoji by their names."""
        self._text = plain(self._look.spell_emoji(text))
        self._fit()

    def _fit(self) -> None:
        width = self.winfo_width()
        fits = self._look.fonts.fitted(self._text, self._font, width)
        # Before it has a width, it is better to say too much than nothing.
        self.configure(text=fits if width > 1 else self._text)
