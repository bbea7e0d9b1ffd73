"""Says in a form what is under way, with a bar that moves as long as it is."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look
from chatapp.views.widgets.form_field import wrap_itself

_MILLISECONDS = 12


class SignInProgress(ttk.Frame):
    """A bar, and a sentence underneath."""

    def __init__(self, master: tk.Misc, look: Look, wraplength: int) -> None:
        super().__init__(master, style="Page.TFrame")
        self.columnconfigure(0, weight=1)
        self._bar = ttk.Progressbar(
            self, style="Page.Horizontal.TProgressbar", mode="indeterminate"
        )
        self._bar.grid(sticky="ew")
        look.space(self._bar, pady=(0, 8))
        self._words = ttk.Label(self, style="PageMuted.TLabel")
        look.fit(self._words, wraplength=wraplength)
        self._words.grid(sticky="ew")
        wrap_itself(self._words)

    def say(self, text: str) -> None:
        """Say what is under way."""
        self._words.configure(text=text)

    def run(self, *, on: bool) -> None:
        """Have the bar move, or not."""
        if on:
            self._bar.start(_MILLISECONDS)
        else:
            self._bar.stop()
