"""The line above the box that says who is writing."""

import tkinter as tk

from chatapp.views.look.palette import Look
from chatapp.views.widgets.fitted_label import FittedLabel


class TypingLine(FittedLabel):
    """Keeps its place when nobody writes, so that nothing jumps."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, look, style="PageSmall.TLabel", font=look.fonts.small)
        look.fit(self, padding=(22, 0, 22, 4))

    def show_typing(self, text: str) -> None:
        """Say who is writing; "" says nothing."""
        self.show(text)
