"""A small card over the window that shows a link, also to a camera, and copies it."""

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.views.cards.dialog import Dialog
from chatapp.views.look.palette import Look
from chatapp.views.widgets.entry_line import EntryLine
from chatapp.views.widgets.qr_code import QrCode
from chatapp.views.windows.keys import ENTER_KEYS

COPY, COPIED = _("Copy the link"), _("Copied")
_CODE, _BETWEEN, _BELOW = 220, 14, 2


class LinkDialog(Dialog):
    """Shows a link that can be scanned, selected, and copied whole with one press."""

    def __init__(
        self,
        window: tk.Toplevel,
        look: Look,
        title: str,
        text: str,
        link: str,
        on_copy: Callable[[str], None],
    ) -> None:
        super().__init__(window, look, title, text, action=COPY, cancel=_("Close"))
        self._link = link
        self._on_copy = on_copy
        self._line = ttk.Frame(self.content, style="Page.TFrame")
        self._line.columnconfigure(0, weight=1)
        self._line.grid(row=2, columnspan=2, sticky="ew")
        look.space(self._line, pady=(14, 18))
        self.code = QrCode(self._line, look, _CODE)
        self.code.show(link)
        self.code.grid(row=0, column=0)
        self.entry = EntryLine(self._line, look.fonts.body, style="Form.TEntry")
        self.entry.insert(0, link)
        self.entry.configure(state="readonly")
        self.entry.grid(row=1, column=0, sticky="ew")
        for key in ENTER_KEYS:
            self.entry.bind(key, lambda _event: self.submit())

    def open(self) -> None:
        """Show the card in the middle of the window, over everything else."""
        self.show(self.action)

    def fit_content(self, room: int) -> int:
        """Have the link in sight where there is no room for the code as well."""
        self.update_idletasks()
        needed = self.content.winfo_reqheight()
        fits, air = needed <= room, self._look.px(_BETWEEN)
        self.code.grid(row=0 if fits else _BELOW, pady=(0, air) if fits else (air, 0))
        self.update_idletasks()
        return super().fit_content(room)

    def submit(self) -> None:
        """Copy the link, and say so; the card stays."""
        self._on_copy(self._link)
        self.action.configure(text=COPIED)
