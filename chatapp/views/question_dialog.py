"""A small card over the window that asks a question with two answers."""

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from chatapp.views.dialog import Dialog
from chatapp.views.palette import Look


class QuestionDialog(Dialog):
    """Asks before something that cannot be taken back; Enter is the careful answer."""

    def __init__(
        self,
        window: tk.Toplevel,
        look: Look,
        title: str,
        text: str,
        yes: str,
        no: str,
        on_yes: Callable[[], None],
    ) -> None:
        super().__init__(window, look, title, text, action=yes, cancel=no)
        self._on_yes = on_yes
        space = ttk.Frame(self, style="Page.TFrame")
        space.grid(row=2, columnspan=2)
        look.fit(space, height=18)
        for button in (self._cancel, self._action):
            button.bind("<Return>", _press)

    def open(self) -> None:
        """Show the question in the middle of the window, over everything else."""
        self.show(self._cancel, self._action)

    def submit(self) -> None:
        """Take it for a yes."""
        self.close()
        self._on_yes()


def _press(event: "tk.Event[ttk.Button]") -> str:
    event.widget.invoke()
    return "break"
