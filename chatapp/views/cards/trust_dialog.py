"""A card that shows by what a server is known: a mosaic and eight words."""

import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.views.cards.question_dialog import AskingDialog
from chatapp.views.look.palette import Look
from chatapp.views.widgets.mosaic import draw_mosaic
from chatapp.wire.fingerprints import Fingerprint

if TYPE_CHECKING:
    from chatapp.models.entities import Comparison
    from chatapp.views.look.pictures import Photo

_MOSAIC = 96
_WORDS_IN_A_LINE, _BETWEEN = 2, 5


class TrustDialog(AskingDialog):
    """Shows one fingerprint, or two side by side, and asks."""

    def __init__(self, window: tk.Toplevel, look: Look, asked: "Comparison") -> None:
        super().__init__(
            window, look, asked.title, asked.text, asked.yes, asked.no, asked.on_yes
        )
        self._photos: list[Photo] = []
        row = ttk.Frame(self.content, style="Page.TFrame")
        row.grid(row=2, columnspan=2, sticky="ew")
        look.space(row, pady=(16, 18))
        for column, (caption, fingerprint) in enumerate(asked.fingerprints):
            row.columnconfigure(column, weight=1, uniform="fingerprints")
            self._add(row, column, caption, fingerprint)
        # Enter takes it, so it stands where the main button of a card does.
        self.cancel.configure(style="Main.TButton")
        self.action.configure(style="Second.TButton")
        self.foot.show((self.action, self.cancel))

    def _add(
        self, row: ttk.Frame, column: int, caption: str, fingerprint: Fingerprint
    ) -> None:
        look, side = self._look, self._look.px(_MOSAIC)
        part = ttk.Frame(row, style="Page.TFrame")
        part.grid(row=0, column=column, sticky="n")
        photo = look.pictures.picture(
            ("mosaic", fingerprint, side), lambda: draw_mosaic(fingerprint, side)
        )
        self._photos.append(photo)
        if caption:
            ttk.Label(part, text=caption, style="PageMuted.TLabel").pack()
        mosaic = ttk.Label(part, image=photo, style="Page.TLabel")
        mosaic.pack()
        look.space(mosaic, pady=(6, 8))
        words = ttk.Frame(part, style="Page.TFrame")
        words.pack()
        for place, word in enumerate(fingerprint.words):
            label = ttk.Label(words, text=word, style="Page.TLabel")
            line, place_in_it = divmod(place, _WORDS_IN_A_LINE)
            label.grid(row=line, column=place_in_it, sticky="w")
            look.space(label, padx=_BETWEEN)
