"""Emoji in rows on a Canvas, which draws only those that one can see."""

import tkinter as tk
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import ttkbootstrap as ttk

from chatapp.models.entities import Emoji, EmojiGroup
from chatapp.views.look.palette import Look
from chatapp.views.look.pictures import Photo
from chatapp.views.widgets.wheel import bind_wheel

COLUMNS = 9
CELL = 38
_EMOJI = 24
_TITLE = 30
_HEIGHT = 292
_WHEEL = 57


@dataclass(frozen=True, slots=True)
class _Row:
    """A title, or as many emoji as stand side by side; `first` counts emoji."""

    top: int
    title: str
    first: int
    emoji: tuple[Emoji, ...]


class EmojiGrid(ttk.Frame):
    """The rows, their scrolling, and the one that is chosen."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Page.TFrame")
        self.on_pick: Callable[[Emoji], None] = lambda _emoji: None
        self.on_point: Callable[[Emoji | None], None] = lambda _emoji: None
        self._look = look
        self._groups: Sequence[EmojiGroup] = ()
        self._rows: list[_Row] = []
        self._emoji: list[Emoji] = []
        self._chosen = 0
        self._offset = 0
        self._due: str | None = None
        self._total = 0
        self._height = look.px(_HEIGHT)
        self._columns = COLUMNS
        self._photos: list[Photo] = []
        self.canvas: tk.Canvas = ttk.Canvas(
            self, autostyle=False, bd=0, highlightthickness=0, cursor="hand2"
        )
        self.canvas.grid(row=0, column=0)
        self._bar = ttk.Scrollbar(
            self, style="Page.Vertical.TScrollbar", command=self._dragged
        )
        self._bar.grid(row=0, column=1, sticky="ns")
        self._bind()
        look.follow(self.canvas, self._paint)

    def show(self, groups: Sequence[EmojiGroup]) -> None:
        """Show these groups from their beginning; one without a title has none."""
        self._groups = groups
        self._emoji = [emoji for group in groups for emoji in group.emoji]
        self._chosen = self._offset = 0
        self._lay_out()
        self._told()

    def limit(self, width: int, height: int) -> None:
        """Be no wider and no higher than this, in pixels."""
        cell = self._look.px(CELL)
        columns = (width - self._bar.winfo_reqwidth()) // cell
        columns = max(1, min(COLUMNS, columns))
        self._height = min(self._look.px(_HEIGHT), height)
        self.canvas.configure(width=columns * cell, height=self._height)
        if columns != self._columns:
            self._columns = columns
            self._lay_out()
        self._draw_soon()

    @property
    def chosen(self) -> Emoji | None:
        """The emoji that Enter takes."""
        return self._emoji[self._chosen] if self._emoji else None

    def step(self, columns: int, rows: int) -> None:
        """Choose the emoji so many columns and rows further."""
        if not self._emoji:
            return
        wanted = self._chosen + columns
        if rows:
            wanted = self._above_or_below(rows)
        self._choose(max(0, min(len(self._emoji) - 1, wanted)))

    def step_group(self, steps: int) -> None:
        """Go to the beginning of the next group, or of one before."""
        if self._groups:
            here = self._group_of(self._chosen)
            self.show_group((here + steps) % len(self._groups))

    def show_group(self, place: int) -> None:
        """Go to a group's beginning."""
        counts = [len(group.emoji) for group in self._groups]
        first = sum(counts[:place])
        titles = [row for row in self._rows if row.title and row.first == first]
        if titles:
            self._offset = titles[0].top
        self._choose(first, reveal=False)

    def _group_of(self, number: int) -> int:
        for place, group in enumerate(self._groups):
            number -= len(group.emoji)
            if number < 0:
                return place
        return 0

    # -- where things are ---------------------------------------------------------

    def _lay_out(self) -> None:
        px, top, first = self._look.px, 0, 0
        self._rows = []
        for group in self._groups:
            if group.title:
                self._rows.append(_Row(top, group.title, first, ()))
                top += px(_TITLE)
            for start in range(0, len(group.emoji), self._columns):
                row = group.emoji[start : start + self._columns]
                self._rows.append(_Row(top, "", first + start, row))
                top += px(CELL)
            first += len(group.emoji)
        self._total = top
        self._draw_soon()

    def _row_of(self, number: int) -> int:
        """Tell in which row an emoji stands."""
        for place, row in enumerate(self._rows):
            if row.first <= number < row.first + len(row.emoji):
                return place
        return 0

    def _above_or_below(self, rows: int) -> int:
        here = self._row_of(self._chosen)
        column = self._chosen - self._rows[here].first
        emoji_rows = [row for row in self._rows if row.emoji]
        place = emoji_rows.index(self._rows[here]) + rows
        row = emoji_rows[max(0, min(len(emoji_rows) - 1, place))]
        return row.first + min(column, len(row.emoji) - 1)

    def _number_at(self, x: int, y: int) -> int | None:
        cell = self._look.px(CELL)
        column = x // cell
        for row in self._rows:
            below = y + self._offset - row.top
            if row.emoji and 0 <= below < cell and 0 <= column < len(row.emoji):
                return row.first + column
        return None

    # -- choosing -----------------------------------------------------------------

    def _bind(self) -> None:
        bind = self.canvas.bind
        bind("<Motion>", self._pointed)
        bind("<Button-1>", self._clicked)
        bind_wheel(self.canvas, self.scroll)

    def scroll(self, steps: int) -> None:
        """Move what one sees by so many turns of the wheel."""
        self._offset += steps * self._look.px(_WHEEL)
        self._draw_soon()

    def _pointed(self, event: "tk.Event[tk.Misc]") -> None:
        number = self._number_at(event.x, event.y)
        if number is not None and number != self._chosen:
            self._choose(number, reveal=False)

    def _clicked(self, event: "tk.Event[tk.Misc]") -> None:
        number = self._number_at(event.x, event.y)
        if number is not None:
            self._choose(number, reveal=False)
            self.on_pick(self._emoji[number])

    def _choose(self, number: int, *, reveal: bool = True) -> None:
        self._chosen = number
        if reveal:
            row = self._rows[self._row_of(number)]
            bottom = row.top + self._look.px(CELL)
            above = row.top - (self._look.px(_TITLE) if row.first == 0 else 0)
            self._offset = max(min(self._offset, above), bottom - self._height)
        self._draw_soon()
        self._told()

    def _told(self) -> None:
        self.on_point(self.chosen)

    def _dragged(self, how: str, amount: str, _what: str = "") -> None:
        if how == "moveto":
            self._offset = round(float(amount) * self._total)
            self._draw_soon()
        else:
            self.scroll(int(amount))

    # -- drawing ------------------------------------------------------------------

    def _draw_soon(self) -> None:
        if self._due is None:
            self._due = self.after_idle(self._draw)

    def _draw(self) -> None:
        self._due = None
        if not self.canvas.winfo_exists():
            return
        height = self._height
        self._offset = max(0, min(self._offset, self._total - height))
        before, self._photos = self._photos, []
        self.canvas.delete("all")
        self._look.emoji.begin()
        for row in self._rows:
            top = row.top - self._offset
            if -self._look.px(CELL) < top < height:
                self._draw_row(row, top)
        before.clear()
        total = max(1, self._total)
        self._bar.set(self._offset / total, (self._offset + height) / total)

    def _draw_row(self, row: _Row, top: int) -> None:
        look, px = self._look, self._look.px
        if row.title:
            self.canvas.create_text(
                px(4),
                top + px(_TITLE) // 2,
                text=row.title,
                anchor="w",
                font=look.fonts.small,
                fill=look.palette.muted,
            )
        for column, emoji in enumerate(row.emoji):
            self._draw_cell(emoji, column, top, row.first + column == self._chosen)

    def _draw_cell(self, emoji: Emoji, column: int, top: int, chosen: bool) -> None:
        look, palette = self._look, self._look.palette
        cell, size = look.px(CELL), look.px(_EMOJI)
        left, ground = column * cell, palette.page
        if chosen:
            ground = palette.card
            frame = look.pictures.rounded(
                (cell, cell), look.px(8), ground, palette.page, palette.accent
            )
            self._put(left, top, frame, "nw")
        photo = look.emoji.photo(emoji.text, size, ground, palette.muted)
        self._put(left + cell // 2, top + cell // 2, photo, "center")

    def _put(self, x: int, y: int, photo: Photo, anchor: str) -> None:
        self._photos.append(photo)
        self.canvas.create_image(x, y, image=str(photo), anchor=anchor)

    def _paint(self) -> None:
        self.canvas.configure(background=self._look.palette.page)
        self._lay_out()
