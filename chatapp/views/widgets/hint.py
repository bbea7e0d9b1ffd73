"""A few words over the transcript, about what the pointer is on."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look
from chatapp.views.transcript.rich_text import plain

_GAP = 4
_WIDTH = 320


class Hint:
    """A few words over a Text, above what they are about."""

    def __init__(self, over: tk.Text, look: Look) -> None:
        self._over = over
        self._look = look
        self._label = ttk.Label(over, style="tooltip.TLabel")
        look.fit(self._label, padding=(8, 4), wraplength=_WIDTH)

    def show(self, words: str, index: str) -> None:
        """Show the words over what is at an index."""
        box = self._over.bbox(index) if words else None
        if box is None:
            self.hide()
            return
        self._label.configure(text=plain(self._look.spell_emoji(words)))
        left, top = box[0], box[1] - self._look.px(_GAP)
        is_room = top >= self._label.winfo_reqheight()
        below = box[1] + box[3] + self._look.px(_GAP)
        self._label.place(
            x=left,
            y=top if is_room else below,
            anchor="sw" if is_room else "nw",
            bordermode="outside",
        )

    def hide(self) -> None:
        """Take the words away."""
        self._label.place_forget()
