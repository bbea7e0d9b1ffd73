"""A label for one line of any length: what does not fit ends with dots."""

import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.views.emoji.emoji_text import draw_parts, fitted_parts, has_emoji
from chatapp.views.look.palette import Look
from chatapp.views.transcript.rich_text import plain

if TYPE_CHECKING:
    from chatapp.views.look.pictures import Photo

# What a label leaves free beside its words, in pixels.
_INSET = 2


class FittedLabel(ttk.Label):
    """Takes whatever width it is given, and asks for none.

    A line with emoji is drawn over the label, as a label has no pictures among words;
    what the label itself says then is the names of the emoji.
    """

    def __init__(self, master: tk.Misc, look: Look, style: str, font: str) -> None:
        super().__init__(master, style=style, width=1)
        self._look = look
        self._font = font
        self._text = ""
        self._pictured = ""
        self._drawing: tk.Canvas | None = None
        self._photos: list[Photo] = []
        self.bind("<Configure>", lambda _event: self._fit())
        look.scale.follow(self, self._fit)
        look.follow(self, self._draw)

    def show(self, text: str) -> None:
        """Show a text, or as much of it as there is room for, its emoji as pictures."""
        self._text = plain(self._look.spell_emoji(text))
        self._pictured = plain(text) if has_emoji(text) else ""
        self._fit()

    def _fit(self) -> None:
        width = self.winfo_width()
        fits = self._look.fonts.fitted(self._text, self._font, width - 2 * _INSET)
        # Before it has a width, it is better to say too much than nothing.
        self.configure(text=fits if width > 1 else self._text)
        self._draw()

    def _draw(self) -> None:
        """Draw the line over the label, if it has emoji that can be drawn."""
        look, font = self._look, self._font
        parts = (
            fitted_parts(look, self._pictured, font, self.winfo_width() - 2 * _INSET)
            if self._pictured
            else ()
        )
        if not any(part.is_emoji for part in parts):
            if self._drawing:
                self._drawing.place_forget()
            return
        canvas = self._drawing = self._drawing or self._new_drawing()
        style = str(self.cget("style"))
        ground = str(look.styles.lookup(style, "background"))
        color = str(look.styles.lookup(style, "foreground"))
        canvas.configure(background=ground)
        canvas.delete("all")
        canvas.place(x=0, y=0, relwidth=1, relheight=1)
        middle = self.winfo_height() // 2
        look.emoji.begin()
        place = (_INSET, middle)
        self._photos = draw_parts(canvas, look, parts, place, font, (color, ground))

    def _new_drawing(self) -> tk.Canvas:
        canvas: tk.Canvas = ttk.Canvas(
            self, autostyle=False, bd=0, highlightthickness=0, width=1, height=1
        )
        # What is pressed there is the label.
        canvas.bindtags((str(self), *self.bindtags()[1:]))
        return canvas
