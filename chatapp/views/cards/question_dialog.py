"""A small card over the window that asks a question with two answers."""

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from chatapp.views.cards.dialog import Dialog
from chatapp.views.look.palette import Look


class AskingDialog(Dialog):
    """A card with two answers, of which Enter is the careful one."""

    SPACE = 0
    """Pixels between the question and the answers, at no zoom."""

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
        if self.SPACE:
            space = ttk.Frame(self.content, style="Page.TFrame")
            space.grid(row=2, columnspan=2)
            look.fit(space, height=self.SPACE)

    def open(self) -> None:
        """Show it in the middle of the window, over everything else."""
        self.show(self.cancel)

    def submit(self) -> None:
        """Take it for a yes."""
        self.close()
        self._on_yes()


class QuestionDialog(AskingDialog):
    """Asks before something that cannot be taken back."""

    SPACE = 18

    def offer(self, words: str, on_chosen: Callable[[], None]) -> None:
        """Have a third answer, at the left of the two."""

        def choose() -> None:
            self.close()
            on_chosen()

        self.other = ttk.Button(
            self.foot, text=words, style="Second.TButton", command=choose
        )
        self.foot.show((self.cancel, self.action), (self.other,))
