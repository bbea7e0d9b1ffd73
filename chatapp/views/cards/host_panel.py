"""A card for who hosts a chat: how others join, who may, and how it ends."""

import tkinter as tk
from functools import partial
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.views.cards.dialog import Dialog
from chatapp.views.look.palette import Look
from chatapp.views.transcript.rich_text import plain
from chatapp.views.widgets.entry_line import EntryLine
from chatapp.views.widgets.form_field import show
from chatapp.views.widgets.qr_code import QrCode
from chatapp.views.widgets.tick_box import TickBox
from chatapp.views.widgets.wrapped_buttons import WrappedButtons

if TYPE_CHECKING:
    from collections.abc import Callable

COPY, COPIED = _("Copy the link"), _("Copied")
EVERYBODY, INVITED = _("Everybody"), _("Only invited")
STOP = _("Stop the chat")
KEEP = _("Go on when this window closes")
ALOUD = _("Or read this aloud; it is typed in place of the address")
LINKS = _("Limit it, or see all links")
_QR_SIDE, _LEAST_BESIDE = 164, 190
"""How large the QR code is, and how wide at least what stands beside it."""


class HostPanel(Dialog):
    """Shows the invitation in three ways; what can be decided is decided at once."""

    width = 580
    middle = 0.5

    def __init__(self, window: tk.Toplevel, look: Look, title: str) -> None:
        super().__init__(window, look, title, "", action=COPY, cancel=_("Close"))
        self.on_copy: Callable[[str], None] = lambda _text: None
        self.on_only: Callable[[bool], None] = lambda _only: None
        self.on_links: Callable[[], None] = lambda: None
        self.on_keep: Callable[[bool], None] = lambda _keep: None
        self.on_stop: Callable[[], None] = lambda: None
        self._people = ttk.Label(self.content, style="PageMuted.TLabel")
        self._people.grid(row=1, columnspan=2, sticky="w")
        look.space(self._people, pady=(4, 0))
        body = self._body = ttk.Frame(self.content, style="Page.TFrame")
        body.grid(row=2, columnspan=2, sticky="ew")
        body.columnconfigure(0, weight=1)
        look.space(body, pady=(14, 16))
        self.qr = QrCode(body, look, _QR_SIDE)
        self._add_link()
        self._add_choice()
        self._add_rest(body)

    def _add_rest(self, body: ttk.Frame) -> None:
        """Add what goes on when the window closes, the short code, and the end."""
        look = self._look
        self.keep = TickBox(body, look, KEEP)
        self.keep.on_change = self._decide_keep
        self.keep.on_enter = self.submit
        self.keep.grid(row=2, columnspan=2, sticky="w")
        look.space(self.keep, pady=(10, 0))
        self._spoken = ttk.Label(body, text=ALOUD, style="PageBold.TLabel")
        self._spoken.grid(row=3, columnspan=2, sticky="w")
        look.space(self._spoken, pady=(10, 2))
        self.code = ttk.Label(body, style="Page.TLabel")
        self.code.grid(row=4, columnspan=2, sticky="w")
        self._places = ttk.Label(body, style="PageSmall.TLabel")
        self._places.grid(row=5, columnspan=2, sticky="w")
        look.space(self._places, pady=(8, 0))
        self.stop = ttk.Button(
            self.foot, text=STOP, style="Second.TButton", command=self._ask_to_stop
        )
        self.foot.show((self.cancel, self.action), (self.stop,))

    def open(self) -> None:
        """Show the card in the middle of the window, over everything else."""
        self.show(self.action)

    def submit(self) -> None:
        """Copy the link, and say so; the card stays."""
        self.on_copy(self.link.get())
        self.action.configure(text=COPIED)

    def show_people(self, text: str) -> None:
        """Say who is on."""
        if self.winfo_exists():
            self._people.configure(text=plain(self._look.spell_emoji(text)))

    def show_places(self, text: str) -> None:
        """Say at which addresses others find this computer."""
        self._places.configure(text=text)

    def show_invitation(self, link: str, code: str, words: str) -> None:
        """Show how others join, as link, as QR code and as short code ("": none).

        The words say whom the link lets in.
        """
        if not self.winfo_exists():
            return
        self._limits.configure(text=words)
        self.action.state(["!disabled" if link else "disabled"])
        self.link.configure(state="normal")
        self.link.delete(0, "end")
        self.link.insert(0, link)
        self.link.configure(state="readonly")
        # Between groups a line may end; a blank is read like a hyphen.
        self.code.configure(text=code.replace("-", " "))
        self._place()
        self.qr.show(link)
        self.action.configure(text=COPY)

    def show_only(self, only: bool) -> None:
        """Show who may join: only who is invited, or everybody."""
        if not self.winfo_exists():
            return
        for button, is_chosen in ((self.everybody, not only), (self.invited, only)):
            button.configure(style="Jump.TButton" if is_chosen else "Choice.TButton")
        show(self.links, only)

    def show_keep(self, keep: bool) -> None:
        """Show whether the chat goes on when this window closes."""
        if self.winfo_exists():
            self.keep.show(keep)

    def _add_link(self) -> None:
        """Add a line that can be selected, but not changed."""
        look = self._look
        part = ttk.Frame(self._body, style="Page.TFrame")
        part.grid(row=0, column=0, sticky="ew")
        part.columnconfigure(0, weight=1)
        ttk.Label(part, text=_("Link"), style="PageBold.TLabel").grid(sticky="w")
        self.link = EntryLine(part, look.fonts.body, style="Form.TEntry")
        self.link.configure(state="readonly", width=10)
        self.link.grid(row=1, column=0, sticky="ew")
        look.space(self.link, pady=(4, 0))
        self._limits = ttk.Label(part, style="PageSmall.TLabel")
        self._limits.grid(row=2, column=0, sticky="w")
        look.space(self._limits, pady=(4, 0))
        part.bind("<Configure>", lambda event: self._wrap_words(event.width))

    def _add_choice(self) -> None:
        part = ttk.Frame(self._body, style="Page.TFrame")
        part.grid(row=1, column=0, sticky="ew")
        part.columnconfigure(0, weight=1)
        self._look.space(part, pady=(12, 0))
        title = ttk.Label(part, text=_("Who may join"), style="PageBold.TLabel")
        title.grid(row=0, sticky="w")
        self._look.space(title, pady=(0, 5))
        line = WrappedButtons(part, self._look)
        line.grid(row=1, sticky="ew")
        self.everybody, self.invited = (
            ttk.Button(line, text=words, command=partial(self._choose, only))
            for words, only in ((EVERYBODY, False), (INVITED, True))
        )
        line.show((self.everybody, self.invited))
        self.links = ttk.Button(
            part,
            text=LINKS,
            style="Choice.TButton",
            command=lambda: self.on_links(),  # noqa: PLW0108 - it is set later
        )
        self.links.grid(row=2, sticky="w")
        self._look.space(self.links, pady=(6, 0))
        # The room is kept for it, so that what is below stays where it is.
        self._look.scale.follow(part, lambda: self._keep_row(part))

    def _choose(self, only: bool) -> None:
        self.on_only(only)

    def _keep_row(self, part: ttk.Frame) -> None:
        self.update_idletasks()
        height = self.links.winfo_reqheight() + self._look.px(6)
        part.rowconfigure(2, minsize=height)

    def _wrap_words(self, width: int) -> None:
        self._limits.configure(wraplength=width - self._look.px(4))

    def _decide_keep(self, keep: bool) -> None:
        self.on_keep(keep)

    def _ask_to_stop(self) -> None:
        self.on_stop()

    def fit_content(self, room: int) -> int:
        """Have the QR code beside the link, or below all else where it is narrow."""
        px, width = self._look.px, self.inner_width
        if width - px(_QR_SIDE) < px(_LEAST_BESIDE):
            self.qr.grid(row=6, column=0, rowspan=1, sticky="w", pady=(px(12), 0))
        else:
            self.qr.grid(row=0, column=1, rowspan=2, sticky="ne", pady=0)
        self.qr.grid(padx=(px(18) if self.qr.grid_info()["column"] else 0, 0))
        for label in (self._people, self._spoken, self._places, self.code):
            label.configure(wraplength=width)
        self.keep.fit(width)
        for label in (self._spoken, self.code):
            show(label, bool(self.code.cget("text")))
        self.update_idletasks()
        return super().fit_content(room)
