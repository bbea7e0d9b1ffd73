"""A banner in a form for what is wrong and has no field of its own."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look
from chatapp.views.widgets.form_field import show


class ProblemBanner(ttk.Frame):
    """One sentence behind a warning sign; it can have the keyboard, to be read."""

    def __init__(self, master: tk.Misc, look: Look, wraplength: int) -> None:
        super().__init__(master, style="Warning.TFrame", takefocus=True)
        self._look = look
        look.fit(self, padding=(12, 10))
        self._icon = ttk.Label(self, style="Notice.TLabel")
        self._icon.grid(row=0, column=0, sticky="n")
        look.space(self._icon, padx=(0, 10))
        self._words = ttk.Label(self, style="NoticeDanger.TLabel")
        look.fit(self._words, wraplength=wraplength)
        self._words.grid(row=0, column=1, sticky="w")
        self.bind("<FocusIn>", lambda _event: self.state(["focus"]))
        self.bind("<FocusOut>", lambda _event: self.state(["!focus"]))
        look.follow(self, self._paint)

    @property
    def text(self) -> str:
        """What it says."""
        return str(self._words.cget("text"))

    def say(self, text: str) -> None:
        """Say this where it was put in the grid; nothing takes it away."""
        self._words.configure(text=text)
        show(self, bool(text))

    def _paint(self) -> None:
        look, palette = self._look, self._look.palette
        self._sign = look.pictures.icon(
            "exclamation-circle-fill", look.px(17), palette.danger_text, palette.card
        )
        self._icon.configure(image=self._sign)
