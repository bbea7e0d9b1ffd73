"""A banner in a form for what is wrong, or to be known, and has no field of its own."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.models.entities import Tone
from chatapp.views.look.palette import Look
from chatapp.views.widgets.form_field import show, wrap_itself


class FormBanner(ttk.Frame):
    """One sentence behind a sign; it can have the keyboard, to be read."""

    def __init__(self, master: tk.Misc, look: Look, wraplength: int) -> None:
        super().__init__(master, style="Warning.TFrame", takefocus=True)
        self._look = look
        self._tone = Tone.ERROR
        look.fit(self, padding=(12, 10))
        self._icon = ttk.Label(self, style="Notice.TLabel")
        self._icon.grid(row=0, column=0, sticky="n")
        look.space(self._icon, padx=(0, 10))
        self._words = ttk.Label(self, style="NoticeDanger.TLabel")
        look.fit(self._words, wraplength=wraplength)
        self._words.grid(row=0, column=1, sticky="ew")
        self.columnconfigure(1, weight=1)
        wrap_itself(self._words)
        self.bind("<FocusIn>", lambda _event: self.state(["focus"]))
        self.bind("<FocusOut>", lambda _event: self.state(["!focus"]))
        look.follow(self, self._paint)

    @property
    def text(self) -> str:
        """What it says."""
        return str(self._words.cget("text"))

    def say(self, text: str, tone: Tone = Tone.ERROR) -> None:
        """Say this where it was put in the grid; nothing takes it away.

        Args:
            text: one sentence.
            tone: `Tone.ERROR` where something is wrong, or `Tone.INFO`.
        """
        self._words.configure(text=text)
        show(self, bool(text))
        if tone is not self._tone:
            self._tone = tone
            is_wrong = tone is Tone.ERROR
            self.configure(style="Warning.TFrame" if is_wrong else "Told.TFrame")
            words = "NoticeDanger.TLabel" if is_wrong else "Notice.TLabel"
            self._words.configure(style=words)
            self._paint()

    def _paint(self) -> None:
        look, palette = self._look, self._look.palette
        name, color = "exclamation-circle-fill", palette.danger_text
        if self._tone is not Tone.ERROR:
            name, color = "info-circle", palette.accent
        self._sign = look.pictures.icon(name, look.px(17), color, palette.card)
        self._icon.configure(image=self._sign)
