"""A few words over the transcript, about what the pointer is on."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look
from chatapp.views.transcript.rich_text import plain

_GAP = 4
_WIDTH = 320

Area = tuple[int, int, int, int]
"""Left, top, right and bottom of something, in pixels of what it lies over."""


class Hint:
    """A few words over a Text, above what they are about, or below it."""

    def __init__(self, over: tk.Text, look: Look) -> None:
        self._over = over
        self._look = look
        self._label = ttk.Label(over, style="tooltip.TLabel")
        look.fit(self._label, padding=(8, 4), wraplength=_WIDTH)

    def show(self, words: str, index: str, beside: Area | None = None) -> None:
        """Show the words about what is at an index, on the side of it that is free.

        Args:
            words: what is to be read; none takes the hint away.
            index: what they are about.
            beside: something else that lies over the text, if it does.
        """
        box = self._over.bbox(index) if words else None
        if box is None:
            self.hide()
            return
        self._label.configure(text=plain(self._look.spell_emoji(words)))
        width, height = self._label.winfo_reqwidth(), self._label.winfo_reqheight()
        left = max(0, min(box[0], self._over.winfo_width() - width))
        gap = self._look.px(_GAP)
        above, below = box[1] - gap - height, box[1] + box[3] + gap
        areas = [(left, top, left + width, top + height) for top in (above, below)]
        is_below = above < 0 or (beside is not None and meet(areas[0], beside))
        if is_below and above >= 0 and areas[1][3] > self._over.winfo_height():
            is_below = False  # over the other thing it can be read at least
        top = below if is_below else above
        self._label.place(x=left, y=top, anchor="nw", bordermode="outside")
        self._label.lift()

    def hide(self) -> None:
        """Take the words away."""
        self._label.place_forget()


def meet(one: Area, other: Area) -> bool:
    """Tell whether one thing lies over another."""
    beside = one[2] <= other[0] or other[2] <= one[0]
    return not beside and one[1] < other[3] and other[1] < one[3]
