"""A strip over the box that says what the next message is for, such as an answer."""

import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.views.emoji.emoji_words import WordsOn
from chatapp.views.look.palette import Look
from chatapp.views.widgets.fitted_label import FittedLabel
from chatapp.views.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from collections.abc import Callable


class PurposeStrip(ttk.Frame):
    """A title and a few words in one line, and a cross that ends it."""

    def __init__(
        self, master: tk.Misc, look: Look, under: tk.Widget, sign: str
    ) -> None:
        """Stand over `under`, once there is something to say, with a sign in front."""
        super().__init__(master, style="Page.TFrame")
        look.fit(self, padding=(20, 4, 20, 0))
        self.on_end: Callable[[], None] = lambda: None
        self._look = look
        self._under = under
        self._sign_name = sign
        self.is_shown = False
        card = ttk.Frame(self, style="Banner.TFrame")
        look.fit(card, padding=(12, 4, 6, 4))
        card.pack(fill="x")
        card.columnconfigure(2, weight=1)
        self._sign = ttk.Label(card, style="Notice.TLabel")
        self._sign.grid(row=0, column=0)
        self._title = ttk.Label(card, style="NoticeAccent.TLabel")
        self._title.grid(row=0, column=1)
        self._title_words = WordsOn(self._title, look, look.fonts.small)
        look.space(self._title, padx=(8, 10))
        self._words = FittedLabel(card, look, "NoticeMuted.TLabel", look.fonts.note)
        self._words.grid(row=0, column=2, sticky="ew")
        self._cross = IconButton(card, look, "Notice", "x-lg", "", self._end, size=13)
        self._cross.grid(row=0, column=3)
        look.follow(self, self._paint)

    def show(self, title: str, text: str, end: str) -> None:
        """Show a title, a few words and a button that ends it, which says `end`."""
        self._title_words.show(title)
        self._words.show(text)
        self._cross.show_tip(end)
        if not self.is_shown:
            self.is_shown = True
            self.pack(side="bottom", fill="x", after=self._under)

    def hide(self) -> None:
        """Take the strip away."""
        if self.is_shown:
            self.is_shown = False
            self.pack_forget()

    def end(self) -> None:
        """Give up what it says, if it is there."""
        if self.is_shown:
            self.on_end()

    def _end(self) -> None:
        self.on_end()

    def _paint(self) -> None:
        look = self._look
        self._icon = look.pictures.icon(
            self._sign_name, look.px(15), look.palette.accent, look.palette.card
        )
        self._sign.configure(image=str(self._icon))
