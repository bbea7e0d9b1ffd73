"""A row of hands, of which one is chosen: the tone of skin for emoji of people."""

import tkinter as tk
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.views.look.palette import Look
from chatapp.views.widgets.tooltip import Tooltip
from chatapp.views.windows.keys import label

if TYPE_CHECKING:
    from chatapp.views.look.pictures import Photo

_HAND = 16
_TIP = _("Tone of skin ({left}, {right})").format(
    left=label("Alt-Left"), right=label("Alt-Right")
)


class ToneRow(ttk.Frame):
    """Each hand stands for its tone; the chosen one is marked."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Page.TFrame")
        self.on_choose: Callable[[str], None] = lambda _tone: None
        self.chosen = ""
        self.buttons: dict[str, ttk.Button] = {}
        self._look = look
        self._hands: list[tuple[str, str]] = []
        self._photos: list[Photo] = []
        look.follow(self, self._paint)

    def show(self, tones: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these tones, each by a key and a hand in it."""
        self.chosen = chosen
        if self._hands != list(tones):
            self._hands = list(tones)
            for button in self.buttons.values():
                button.destroy()
            self.buttons = {key: self._new_button(key) for key, _hand in tones}
        self._paint()

    def step(self, steps: int) -> None:
        """Choose the tone so many places further."""
        keys = list(self.buttons)
        if keys:
            self.on_choose(keys[(keys.index(self.chosen) + steps) % len(keys)])

    def _new_button(self, key: str) -> ttk.Button:
        button = ttk.Button(
            self,
            style="PageTool.TButton",
            cursor="hand2",
            takefocus=False,
            command=lambda: self.on_choose(key),
        )
        button.pack(side="left")
        Tooltip(button, _TIP)
        return button

    def _paint(self) -> None:
        look = self._look
        photos = []
        for key, hand in self._hands:
            is_chosen = key == self.chosen
            ground = look.palette.card if is_chosen else look.palette.page
            photo = look.emoji.photo(hand, look.px(_HAND), ground, look.palette.muted)
            self.buttons[key].configure(image=str(photo))
            self.buttons[key].state(["selected" if is_chosen else "!selected"])
            photos.append(photo)
        self._photos = photos
