"""A card that shows by what a server is known: a mosaic and eight words."""

import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.views.cards.question_dialog import AskingDialog
from chatapp.views.look.palette import Look
from chatapp.views.widgets.mosaic import draw_mosaic
from chatapp.wire.fingerprints import WORDS, Fingerprint

if TYPE_CHECKING:
    from chatapp.models.entities import Comparison
    from chatapp.views.look.pictures import Photo

_MOSAIC = 96
_WORDS_IN_A_LINE = 2


class TrustDialog(AskingDialog):
    """Shows one fingerprint, or two side by side, and asks."""

    def __init__(self, window: tk.Toplevel, look: Look, asked: "Comparison") -> None:
        super().__init__(
            window, look, asked.title, asked.text, asked.yes, asked.no, asked.on_yes
        )
        self._photos: list[Photo] = []
        row = ttk.Frame(self, style="Page.TFrame")
        row.grid(row=2, columnspan=2, sticky="ew")
        look.space(row, pady=(16, 18))
        for column, (caption, fingerprint) in enumerate(asked.fingerprints):
            row.columnconfigure(column, weight=1, uniform="fingerprints")
            self._add(row, column, caption, fingerprint)
        self._cancel.configure(style="Main.TButton")  # as Enter takes it
        self._action.configure(style="Second.TButton")

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
        ttk.Label(
            part, text=_in_lines(fingerprint), style="Page.TLabel", justify="center"
        ).pack()


def _in_lines(fingerprint: Fingerprint) -> str:
    starts = range(0, WORDS, _WORDS_IN_A_LINE)
    lines = [fingerprint.words[start : start + _WORDS_IN_A_LINE] for start in starts]
    return "\n".join("  ".join(words) for words in lines)
