"""Draws what the rows of a rail are made of: their ground, their pictures and texts."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.views.emoji.emoji_text import draw_parts, fitted_parts, has_emoji
from chatapp.views.look.palette import Look
from chatapp.views.look.pictures import Photo
from chatapp.views.rails.rail_rows import RailRow, RowState

_ROUND = 9


class RailPainter(ttk.Frame):
    """A Canvas to draw rows on; the pictures that stand there are kept alive."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Side.TFrame")
        self.look = look
        self.photos: list[Photo] = []
        self._row_ground = look.palette.side
        self.canvas: tk.Canvas = ttk.Canvas(
            self,
            autostyle=False,
            bd=0,
            takefocus=True,
            width=1,
            height=1,
        )

    def height(self, row: RailRow) -> int:
        """Tell how high a row is, in pixels."""
        return self.pixels(row.height)

    def pixels(self, height: float) -> int:
        """Tell how high a row is that usually has a height."""
        return self.look.px(self.look.manner.row(height))

    def ground(self, state: RowState) -> str:
        """Tell the colour a row has behind its text."""
        palette = self.look.palette
        if state.selected:
            return palette.selected_row
        return palette.side_hover if state.hovered else palette.side

    def draw_ground(self, row: RailRow, top: int, width: int, state: RowState) -> None:
        """Draw the rounded ground of a row that is open, hovered or focused."""
        look, px = self.look, self.look.px
        self._row_ground = self.ground(state)
        if state == RowState():
            return
        size = (width - 2 * px(8), self.height(row) - px(2))
        outline = look.palette.accent if state.focused else ""
        fill, side = self.ground(state), look.palette.side
        self.put(
            px(8),
            top + px(1),
            look.pictures.rounded(size, px(_ROUND), fill, side, outline, px(2)),
            "nw",
        )

    def put(self, x: int, y: int, photo: Photo, anchor: str = "w") -> None:
        """Draw a picture."""
        self.photos.append(photo)
        self.canvas.create_image(x, y, image=str(photo), anchor=anchor)

    def write(
        self, x: int, y: int, text: str, font: str, color: str, width: int
    ) -> None:
        """Write a text from the left, cut short with dots if it is too wide."""
        if has_emoji(text):
            parts = fitted_parts(self.look, text, font, width)
            colors = (color, self._row_ground)
            self.photos += draw_parts(
                self.canvas, self.look, parts, (x, y), font, colors
            )
            return
        self.canvas.create_text(
            x,
            y,
            text=self.look.fonts.fitted(text, font, width),
            anchor="w",
            font=font,
            fill=color,
        )
