"""A card that lists what can be pressed."""

import tkinter as tk
from collections.abc import Sequence

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.models.entities import KeyHelp
from chatapp.views.cards.dialog import Dialog
from chatapp.views.look.palette import Look
from chatapp.views.windows.keys import label

_LEAST_WORDS, _LEAST_ALONE = 90, 140
"""How wide words beside their key are at least: in two columns, and in one."""
_BETWEEN, _BESIDE = 18, 12
"""How far the columns stand apart, and words from their key."""
_FOR_TWO_COLUMNS = 600


class ShortcutsDialog(Dialog):
    """The keys, in as many columns as there is room for.

    Up and Down scroll them where they are too many; Escape, Enter or the button take
    the card away.
    """

    width = 620

    def __init__(
        self, window: tk.Toplevel, look: Look, title: str, keys: Sequence[KeyHelp]
    ) -> None:
        super().__init__(window, look, title, "", action=_("Close"), cancel="")
        self.foot.show((self.action,))
        look.space(self.scrolled, pady=(14, 10))
        self._cells = [self._add(each) for each in keys]
        self.content.columnconfigure(0, weight=0)

    def open(self) -> None:
        """Show the card in the middle of the window, over everything else."""
        self.show(self.action)

    def _add(self, each: KeyHelp) -> tuple[ttk.Label, ttk.Label]:
        keys = " … ".join(label(key) for key in each.keys)
        key = ttk.Label(self.content, text=keys, style="PageBold.TLabel")
        words = ttk.Label(self.content, text=each.words, style="PageMuted.TLabel")
        return key, words

    def fit_content(self, room: int) -> int:
        """Have two columns where there is room for them."""
        is_wide = self._window.winfo_width() >= self._look.px(_FOR_TWO_COLUMNS)
        words = self._room_for_words(2)
        self._arrange(2 if is_wide and words >= self._look.px(_LEAST_WORDS) else 1)
        self.update_idletasks()
        return super().fit_content(room)

    def _arrange(self, columns: int) -> None:
        """Lay the keys out, one under the other in so many columns.

        Where there is little room beside them, what they do stands under them.
        """
        px, length = self._look.px, -(-len(self._cells) // columns)
        width = self._room_for_words(columns)
        is_beside = width >= px(_LEAST_ALONE) or columns > 1
        for place, (key, words) in enumerate(self._cells):
            column, row = 2 * (place // length), 2 * (place % length)
            before = px(_BETWEEN) if column else 0
            key.grid(row=row, column=column, sticky="nw", padx=(before, px(_BESIDE)))
            if is_beside:
                words.grid(row=row, column=column + 1, columnspan=1, sticky="nw")
            else:
                words.grid(row=row + 1, column=column, columnspan=2, sticky="nw")
            words.configure(wraplength=width if is_beside else self.inner_width)
            self.content.rowconfigure(row, pad=px(4) if is_beside else 0)
            self.content.rowconfigure(row + 1, pad=0 if is_beside else px(8))

    def _room_for_words(self, columns: int) -> int:
        """Tell how wide words may be in each column, beside the longest keys."""
        px, length = self._look.px, -(-len(self._cells) // columns)
        widths = [key.winfo_reqwidth() for key, _words in self._cells]
        keys = sum(
            max(widths[at : at + length]) for at in range(0, len(widths), length)
        )
        gaps = px(_BETWEEN) * (columns - 1) + px(_BESIDE) * columns
        room = self.inner_width - keys - gaps
        return max(1, room // columns)
