"""The line above the box that says who is writing, or what can be done right now."""

import tkinter as tk

from chatapp.views.look.palette import Look
from chatapp.views.widgets.fitted_label import FittedLabel


class TypingLine(FittedLabel):
    """Keeps its place when nobody writes, so that nothing jumps."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, look, style="PageSmall.TLabel", font=look.fonts.small)
        look.fit(self, padding=(22, 0, 22, 4))
        self._typing = self._hint = ""

    def show_typing(self, text: str) -> None:
        """Say who is writing; "" says nothing."""
        self._typing = text
        self._say()

    def show_hint(self, text: str) -> None:
        """Say something that matters more meanwhile; "" goes back to who is writing."""
        self._hint = text
        self._say()

    def _say(self) -> None:
        self.configure(style="PageAccent.TLabel" if self._hint else "PageSmall.TLabel")
        self.show(self._hint or self._typing)
