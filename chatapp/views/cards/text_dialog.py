"""A small card over the window that asks for one line of text."""

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.views.cards.dialog import BELOW_ROW, Dialog
from chatapp.views.look.palette import Look
from chatapp.views.widgets.emoji_field import EmojiField
from chatapp.views.widgets.form_field import FormField


class TextDialog(Dialog):
    """Asks until the text is accepted, or the dialog is given up."""

    on_text: Callable[[str], str | None]

    def __init__(
        self,
        window: tk.Toplevel,
        look: Look,
        title: str,
        label: str,
        action: str,
        hint: str = "",
        *,
        secret: bool = False,
    ) -> None:
        super().__init__(window, look, title, hint, action, _("Cancel"))
        self.on_text = lambda _text: None
        self.field: FormField | EmojiField = (
            FormField(self.content, look, label, secret=True)
            if secret
            else EmojiField(self.content, look, label)
        )
        self.field.on_enter = self.submit
        self.field.grid(row=2, sticky="ew", columnspan=2)
        look.space(self.field, pady=(14, 6))

    def offer(self, other: str, on_other: Callable[[], None]) -> None:
        """Offer something else to do instead, under the buttons."""

        def take() -> None:
            self.close()
            on_other()

        self.other = ttk.Button(self, text=other, style="Second.TButton", command=take)
        self.other.grid(row=BELOW_ROW, sticky="ew")
        self._look.space(self.other, pady=(14, 0))

    def open(self, initial: str) -> None:
        """Show the dialog in the middle of the window, over everything else."""
        self.field.text = initial
        self.show(self.field.entry)
        self.field.take_focus()

    def submit(self) -> None:
        """Offer the text; close if it is accepted, else show what is wrong."""
        problem = self.on_text(self.field.text)
        if not self.winfo_exists():
            return
        if problem:
            self.field.show_problem(problem)
            self.field.take_focus()
        else:
            self.close()
