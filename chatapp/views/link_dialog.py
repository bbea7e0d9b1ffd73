"""A small card over the window that shows a link, and copies it."""

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from chatapp.views.dialog import Dialog
from chatapp.views.palette import Look

COPY, COPIED = "Copy the link", "Copied"


class LinkDialog(Dialog):
    """Shows a link that can be selected, and copied whole with one press."""

    def __init__(
        self,
        window: tk.Toplevel,
        look: Look,
        title: str,
        text: str,
        link: str,
        on_copy: Callable[[str], None],
    ) -> None:
        super().__init__(window, look, title, text, action=COPY, cancel="Close")
        self._link = link
        self._on_copy = on_copy
        # What shows the link to a camera can stand beside it, in a column of its own.
        self._line = ttk.Frame(self, style="Page.TFrame")
        self._line.columnconfigure(0, weight=1)
        self._line.grid(row=2, columnspan=2, sticky="ew")
        look.space(self._line, pady=(14, 18))
        self.entry = ttk.Entry(self._line, style="Form.TEntry", font=look.fonts.body)
        self.entry.insert(0, link)
        self.entry.configure(state="readonly")
        self.entry.grid(row=0, column=0, sticky="ew")
        self.entry.bind("<Return>", lambda _event: self.submit())

    def open(self) -> None:
        """Show the card in the middle of the window, over everything else."""
        self._line.lower()
        self.show(self.entry, self._cancel, self._action)
        self._action.focus_set()

    def submit(self) -> None:
        """Copy the link, and say so; the card stays."""
        self._on_copy(self._link)
        self._action.configure(text=COPIED)
