"""A small card over the window with a title, some words and two buttons."""

import tkinter as tk
from collections.abc import Iterator

import ttkbootstrap as ttk

from chatapp.views.cards.card import Card
from chatapp.views.cards.card_place import CardPlace
from chatapp.views.emoji.emoji_words import WordsOn
from chatapp.views.look.palette import Look
from chatapp.views.widgets.emoji_field import EmojiField
from chatapp.views.widgets.fitted_label import FittedLabel
from chatapp.views.widgets.form_field import FormField

_FIELD_ROW, _BUTTON_ROW = 2, 3
_BESIDE = 6
_LOW = 470
_EDGES = 60
"""What a card's frame takes from its width: the padding, and a little air."""


class Dialog(Card):
    """Stays until it is answered or given up; pointer and keyboard are its own."""

    width = 400
    """How wide it is at no zoom, where there is room for it."""
    middle = 0.42
    """How far down its middle is, as a share of the window's height."""

    def __init__(
        self,
        window: tk.Toplevel,
        look: Look,
        title: str,
        words: str,
        action: str,
        cancel: str,
    ) -> None:
        super().__init__(window)
        look.fit(self, padding=(26, 22, 26, 20))
        self._look = look
        self._words: ttk.Label | None = None
        self._card_place = CardPlace(self, window, look, self.middle, self._place)
        self.columnconfigure(0, weight=1)
        heading = FittedLabel(self, look, "PageHeading.TLabel", look.fonts.heading)
        heading.show(title)
        heading.grid(sticky="ew", columnspan=2)
        if words:
            self._add_words(words)
        self._cancel = ttk.Button(
            self, text=cancel, style="Second.TButton", command=self.close
        )
        self._cancel.grid(row=_BUTTON_ROW, column=0, sticky="e")
        look.space(self._cancel, padx=(0, 10))
        self._action = ttk.Button(self, style="Main.TButton", command=self.submit)
        WordsOn(self._action, look, look.fonts.label).show(action)
        self._action.grid(row=_BUTTON_ROW, column=1, sticky="e")

    def submit(self) -> None:
        """Do what the dialog is about, and close."""
        self.close()

    def show(self, first: tk.Misc) -> None:
        """Stand in the middle, over all else; the keyboard is at `first`."""
        self._keep_focus()
        self._look.scale.follow(self, self._place)
        self._card_place.follow()
        self.lift()
        # Else the focus would come only with the widget's first sight, and what is
        # typed in between would go where it was before.
        self.update_idletasks()
        first.focus_set()
        if self.winfo_viewable():
            self.grab_set()  # what lies around the card is not to be pressed

    def focused(self, widget: tk.Misc) -> None:
        """Have in sight what has the focus."""
        super().focused(widget)
        self._card_place.reveal(widget)

    def _add_words(self, text: str) -> None:
        words = self._look.spell_emoji(text)
        self._words = ttk.Label(self, text=words, style="PageMuted.TLabel")
        self._words.grid(row=1, sticky="w", columnspan=2)
        self._look.fit(self._words, wraplength=self.width - _EDGES)
        self._look.space(self._words, pady=(4, 0))

    @property
    def is_low(self) -> bool:
        """Whether the window is so low that what can be done without is left out."""
        return 1 < self._window.winfo_height() < self._look.px(_LOW)

    @property
    def inner_width(self) -> int:
        """How many pixels there are between the edges."""
        return self._whole_width() - self._look.px(_EDGES)

    def _whole_width(self) -> int:
        room = self._window.winfo_width() - 2 * self._look.px(_BESIDE)
        return min(self._look.px(self.width), room if room > 0 else 10_000)

    def _place(self) -> None:
        if self._words:
            self._words.configure(wraplength=self.inner_width)
        for field in _fields_in(self):
            field.keep_line(not self.is_low)
        self._card_place.put(self._whole_width())


def _fields_in(part: tk.Misc) -> Iterator[FormField | EmojiField]:
    for child in part.winfo_children():
        if isinstance(child, FormField | EmojiField):
            yield child
        else:
            yield from _fields_in(child)
