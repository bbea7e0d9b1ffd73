"""What a sign-in has besides its fields: the next starts, an account, what is wrong."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.views.look.palette import Look
from chatapp.views.widgets.form_field import show
from chatapp.views.widgets.tick_box import TickBox


class SignInWays(ttk.Frame):
    """A box to tick where it is offered, and below it two buttons, if they fit."""

    def __init__(self, master: tk.Misc, look: Look, width: int) -> None:
        """Build it; `width` is the room that there is for it, at no zoom."""
        super().__init__(master, style="Page.TFrame")
        self._look = look
        self._width = width
        self.columnconfigure(1, weight=1)
        self.bind("<Configure>", lambda event: self._fit(event.width))
        self.at_start: TickBox | None = None
        self.account = ttk.Button(self, style="Second.TButton")
        self.account.grid(row=1, column=0, sticky="w")
        look.space(self.account, padx=(0, 8))
        self.find_out = ttk.Button(self, text=_("Find out why"), style="Second.TButton")
        self.find_out.grid(row=1, column=1, sticky="w")
        self.find_out.grid_remove()

    def show_find_out(self, visible: bool) -> None:
        """Offer to find out why it fails, or do not."""
        both = self.account.winfo_reqwidth() + self.find_out.winfo_reqwidth()
        is_beside = both < self._look.px(self._width)
        place = (1, 1) if is_beside else (2, 0)
        self.find_out.grid(row=place[0], column=place[1])
        show(self.find_out, visible)

    def add_at_start(self) -> TickBox:
        """Make the box, which the very first sign-in does without."""
        words, style = _("Connect when chatapp starts"), "Switch.PageTool.TButton"
        box = self.at_start = TickBox(self, self._look, words, style)
        box.grid(row=0, column=0, columnspan=2, sticky="w")
        self._look.space(box, pady=(0, 6))
        box.lower()  # so that Tab comes to it first
        return box

    def show_at_start(self, is_on: bool | None) -> None:
        """Have the box ticked, or not; None has no box."""
        if self.at_start:
            self.at_start.show(bool(is_on))
            self._fit(self.winfo_width())
            show(self.at_start, is_on is not None)

    def _fit(self, width: int) -> None:
        if self.at_start and width > 1:  # it is laid out
            self.at_start.fit(width)
