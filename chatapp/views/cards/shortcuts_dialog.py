"""A card that lists what can be pressed."""

import tkinter as tk
from collections.abc import Sequence

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.models.entities import KeyHelp
from chatapp.views.cards.dialog import Dialog
from chatapp.views.look.palette import Look
from chatapp.views.windows.keys import label

_LINE = 24
_LEAST_WORDS = 90
_BETWEEN, _BESIDE = 18, 12
"""How far the columns stand apart, and words from their key."""
_FOR_TWO_COLUMNS = 600
_MOST_OF_WINDOW = 0.94


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
        self._cancel.grid_remove()
        frame = ttk.Frame(self, style="Page.TFrame")
        frame.grid(row=2, columnspan=2, sticky="ew")
        frame.columnconfigure(0, weight=1)
        look.space(frame, pady=(14, 18))
        self._canvas: tk.Canvas = ttk.Canvas(
            frame, autostyle=False, bd=0, highlightthickness=0, width=1, height=1
        )
        self._canvas.grid(row=0, column=0, sticky="ew")
        self._bar = ttk.Scrollbar(
            frame, style="Page.Vertical.TScrollbar", command=self._canvas.yview
        )
        self._bar.grid(row=0, column=1, sticky="ns")
        self._canvas.configure(yscrollcommand=self._bar.set)
        self._table = ttk.Frame(self._canvas, style="Page.TFrame")
        self._canvas.create_window(0, 0, anchor="nw", window=self._table)
        self._cells = [self._add(each) for each in keys]
        self._bind_keys()
        look.follow(self._canvas, self._paint)

    def open(self) -> None:
        """Show the card in the middle of the window, over everything else."""
        self.show(self._action)

    def _bind_keys(self) -> None:
        self._action.bind("<Return>", lambda _event: self.close())
        for key, steps in (("<Up>", -1), ("<Down>", 1), ("<Prior>", -5), ("<Next>", 5)):
            self._bind_scrolling(self._action, key, steps)
        parts = [self._canvas, self._table, *(it for row in self._cells for it in row)]
        for part in parts:
            part.bind("<MouseWheel>", self._wheel)
            self._bind_scrolling(part, "<Button-4>", -1)
            self._bind_scrolling(part, "<Button-5>", 1)

    def _bind_scrolling(self, part: tk.Misc, key: str, steps: int) -> None:
        part.bind(key, lambda _event: self._scroll(steps))

    def _wheel(self, event: "tk.Event[tk.Misc]") -> str:
        return self._scroll(-1 if event.delta > 0 else 1)

    def _scroll(self, steps: int) -> str:
        if self._bar.winfo_manager():
            self._canvas.yview_scroll(steps, "units")
        return "break"

    def _add(self, each: KeyHelp) -> tuple[ttk.Label, ttk.Label]:
        keys = " … ".join(label(key) for key in each.keys)
        key = ttk.Label(self._table, text=keys, style="PageBold.TLabel")
        words = ttk.Label(self._table, text=each.words, style="PageMuted.TLabel")
        return key, words

    def _place(self) -> None:
        super()._place()
        room = self._window.winfo_width() >= self._look.px(_FOR_TWO_COLUMNS)
        words = self._room_for_words(2)
        self._arrange(2 if room and words >= self._look.px(_LEAST_WORDS) else 1)
        self._fit_height()

    def _arrange(self, columns: int) -> None:
        """Lay the keys out, one under the other in so many columns."""
        px, length = self._look.px, -(-len(self._cells) // columns)
        width = self._room_for_words(columns)
        for place, (key, words) in enumerate(self._cells):
            column, row = 2 * (place // length), place % length
            before = px(_BETWEEN) if column else 0
            key.grid(row=row, column=column, sticky="nw", padx=(before, px(_BESIDE)))
            words.grid(row=row, column=column + 1, sticky="nw")
            words.configure(wraplength=width)
            self._table.rowconfigure(row, pad=px(4))

    def _room_for_words(self, columns: int) -> int:
        """Tell how wide words may be in each column, beside the longest keys."""
        px, length = self._look.px, -(-len(self._cells) // columns)
        widths = [key.winfo_reqwidth() for key, _words in self._cells]
        keys = sum(
            max(widths[at : at + length]) for at in range(0, len(widths), length)
        )
        gaps = px(_BETWEEN) * (columns - 1) + px(_BESIDE) * columns
        room = self.inner_width - self._bar.winfo_reqwidth() - keys - gaps
        return max(1, room // columns)

    def _fit_height(self) -> None:
        """Leave room for the title and the button, whatever the keys need."""
        canvas, px = self._canvas, self._look.px
        self.update_idletasks()
        whole = self._table.winfo_reqheight()
        rest = self.winfo_reqheight() - canvas.winfo_reqheight()
        most = int(_MOST_OF_WINDOW * self._window.winfo_height()) - rest
        canvas.configure(
            height=max(px(_LINE), min(whole, most)),
            scrollregion=(0, 0, self._table.winfo_reqwidth(), whole),
            yscrollincrement=px(_LINE),
        )
        if whole > most:
            self._bar.grid()
        else:
            self._bar.grid_remove()

    def _paint(self) -> None:
        self._canvas.configure(background=self._look.palette.page)
