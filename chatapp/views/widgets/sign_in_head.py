"""The head of the form to sign in: what it is, or what is to be known in its place."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.models.entities import Tone
from chatapp.views.look.palette import Look
from chatapp.views.widgets.form_banner import FormBanner
from chatapp.views.widgets.form_field import show, wrap_itself

_EMBLEM = 46


class SignInHead(ttk.Frame):
    """Is as high with a banner as without, so that no field below it moves."""

    def __init__(self, master: tk.Misc, look: Look, wraplength: int) -> None:
        super().__init__(master, style="Page.TFrame")
        self._look = look
        self.columnconfigure(0, weight=1)
        self._sign = ttk.Label(self, style="Page.TLabel")
        self._sign.grid(row=0, sticky="w")
        look.space(self._sign, pady=(0, 12))
        title = ttk.Label(self, text=_("Sign in"), style="PageTitle.TLabel")
        title.grid(row=1, sticky="w")
        self._words = ttk.Label(
            self,
            text=_("Everybody on the same server can talk with you."),
            style="PageMuted.TLabel",
        )
        self._words.grid(row=2, sticky="ew")
        wrap_itself(self._words)
        look.space(self._words, pady=(2, 0))
        self.banner = FormBanner(self, look, wraplength)
        self.banner.grid(row=3, sticky="ew")
        look.space(self.banner, pady=(10, 0))
        self.banner.grid_remove()
        look.follow(self, self._paint)
        look.scale.follow(self, lambda: self._be_at_least(0))

    def say(self, words: str, tone: Tone = Tone.ERROR) -> None:
        """Say this in place of all but the title; "" brings that back, as high."""
        said, height = self.banner.text, self.winfo_height()
        if words and not said:
            self.update_idletasks()
            self._be_at_least(self.winfo_reqheight())
        self.banner.say(words, tone)
        for widget in (self._sign, self._words):
            show(widget, not words)
        if said and not words:
            self._be_at_least(height)

    def _be_at_least(self, height: int) -> None:
        if self.winfo_manager():
            self.master.rowconfigure(int(self.grid_info()["row"]), minsize=height)

    def _paint(self) -> None:
        palette, px = self._look.palette, self._look.px
        self._emblem = self._look.pictures.emblem(
            px(_EMBLEM), palette.primary, palette.on_accent, palette.page
        )
        self._sign.configure(image=self._emblem)
