"""A list at the window's side, on a Canvas that draws only the rows one can see."""

import tkinter as tk
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look
from chatapp.views.rails.rail_dragging import RailDragging
from chatapp.views.rails.rail_painter import RailPainter
from chatapp.views.rails.rail_rows import RailRow, RowStack, RowState
from chatapp.views.widgets.parted_menu import PartedMenu
from chatapp.views.widgets.wheel import bind_wheel
from chatapp.views.windows.keys import ENTER_KEYS, MENU_CLICKS, bind_known

if TYPE_CHECKING:
    from chatapp.models.entities import MenuPart

_WHEEL = 54


class Rail(RailPainter):
    """The rows, their scrolling, and their choice by mouse and keyboard.

    A subclass draws a row in `draw_row`; `on_menu` tells what can be done about one.
    """

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, look)
        self.on_choose: Callable[[str], None] = lambda _key: None
        self.on_menu: Callable[[str], Sequence[MenuPart]] = lambda _key: ()
        self.selected = ""
        self.stack = RowStack(self.pixels)
        self._hovered = ""
        self._cursor = ""
        self._offset = 0
        self._line: int | None = None
        self._due: str | None = None
        self._bar = ttk.Scrollbar(
            self, style="Side.Vertical.TScrollbar", command=self._dragged
        )
        self.menu = PartedMenu(self.canvas, look)
        self.dragging = RailDragging(
            self.canvas, look.scale, self._key_at, self._pressed, self._scroll
        )
        self.canvas.pack(side="left", fill="both", expand=True)
        self._bind_keys()
        self._zoom = look.scale.zoom
        look.fit(self.canvas, highlightthickness=2)
        look.scale.follow(self.canvas, self._resized)
        look.follow_manner(self.canvas, self._remeasure)
        look.follow(self.canvas, self._paint)

    def show_rows(self, rows: Sequence[RailRow]) -> None:
        """Show these rows."""
        self.stack.fill(rows)
        if self.stack.row(self._cursor) is None:
            self._cursor = self.selected
        self.draw_soon()

    def draw_row(self, row: RailRow, top: int, width: int, state: RowState) -> None:
        """Draw a row whose upper edge is at `top`."""

    def down(self, y: int) -> int:
        """Tell how far down the rows it is what stands at a height of the canvas."""
        return y + self._offset

    def show_line(self, line: int | None) -> None:
        """Show a line so far down the rows: where something would be put."""
        if line != self._line:
            self._line = line
            self.canvas.configure(cursor="fleur" if line is not None else "")
            self.draw_soon()

    def go_to(self, key: str) -> None:
        """Have the keyboard's cursor on a row, and the row in sight."""
        self._cursor = key
        self._reveal(key)

    def draw_soon(self) -> None:
        """Draw everything anew once there is time for it."""
        if self._due is None:
            self._due = self.after_idle(self._draw)

    # -- drawing ------------------------------------------------------------------

    def _draw(self) -> None:
        self._due = None
        if not self.canvas.winfo_exists():
            return
        canvas, width = self.canvas, self.canvas.winfo_width()
        height = canvas.winfo_height()
        if width <= 1:
            return  # it has no place yet, and is drawn once it has
        self._offset = max(0, min(self._offset, self._total() - height))
        focused = canvas.focus_displayof() is canvas
        before, self.photos = self.photos, []
        canvas.delete("all")
        self.look.emoji.begin()
        drawn = list(self.stack.between(self._offset, self._offset + height))
        for row, top, _ in drawn:
            state = RowState(
                selected=bool(row.key) and row.key == self.selected,
                hovered=bool(row.key) and row.key == self._hovered,
                focused=focused and bool(row.key) and row.key == self._cursor,
            )
            self.draw_row(row, top - self._offset, width, state)
        before.clear()
        self._draw_line(width)
        self._draw_bar(height)
        self.drawn([row.key for row, *_ in drawn if row.key])

    def drawn(self, keys: Sequence[str]) -> None:
        """Take in which rows are to be seen now."""

    def _draw_line(self, width: int) -> None:
        if self._line is None:
            return
        px, accent = self.look.px, self.look.palette.accent
        y = max(px(1), self._line - self._offset)
        self.canvas.create_line(px(10), y, width - px(10), y, fill=accent, width=px(2))

    def _draw_bar(self, height: int) -> None:
        total = self._total()
        if total <= height:
            self._bar.pack_forget()
            return
        if not self._bar.winfo_ismapped():
            self._bar.pack(side="right", fill="y", padx=(0, self.look.px(2)))
        self._bar.set(self._offset / total, (self._offset + height) / total)

    def _total(self) -> int:
        return self.stack.total() + self.look.px(8)

    def _resized(self) -> None:
        """Keep what one sees at the top there, at another zoom."""
        zoom, self._zoom = self._zoom, self.look.scale.zoom
        self._offset = round(self._offset * self._zoom / zoom)
        self.stack.measure()

    def _remeasure(self) -> None:
        self.stack.measure()
        self.draw_soon()

    def _paint(self) -> None:
        palette = self.look.palette
        self.canvas.configure(
            background=palette.side,
            highlightbackground=palette.side,
            highlightcolor=palette.accent,
        )
        if self._due is not None:
            self.after_cancel(self._due)
        self._draw()

    # -- choosing -----------------------------------------------------------------

    def _bind_keys(self) -> None:
        bind = self.canvas.bind
        bind("<Configure>", lambda _event: self.draw_soon())
        bind("<FocusIn>", lambda _event: self._focus_changed())
        bind("<FocusOut>", lambda _event: self._focus_changed())
        bind("<Motion>", lambda event: self._hover(self._key_at(event.y)))
        bind("<Leave>", lambda _event: self._hover(""))
        bind_known(self.canvas, MENU_CLICKS, self._menu_at)
        bind_wheel(self.canvas, self._scroll)
        bind("<Up>", lambda _event: self._step(-1))
        bind("<Down>", lambda _event: self._step(1))
        bind("<Home>", lambda _event: self._step(-len(self.stack.rows)))
        bind("<End>", lambda _event: self._step(len(self.stack.rows)))
        bind("<Escape>", lambda _event: "break" if self.dragging.give_up() else "")
        for key in (*ENTER_KEYS, "<space>"):
            bind(key, lambda _event: self._choose(self._cursor))
        for key in ("<App>", "<Menu>", "<Shift-F10>"):
            self._bind_if_known(key)

    def _bind_if_known(self, key: str) -> None:
        try:
            self.canvas.bind(key, lambda _event: self._menu_of_cursor())
        except tk.TclError:  # the key has another name on other systems
            return

    def _focus_changed(self) -> None:
        if not self._cursor:
            self._cursor = self.selected or next(iter(self.stack.keys()), "")
        self.draw_soon()

    def _key_at(self, y: int) -> str:
        return self.stack.key_at(self.down(y))

    def _hover(self, key: str) -> None:
        if key != self._hovered:
            self._hovered = key
            self.canvas.configure(cursor="hand2" if key else "")
            self.draw_soon()

    def _pressed(self, key: str) -> None:
        self._cursor = key
        self._choose(key)

    def _choose(self, key: str) -> str:
        if key:
            self.on_choose(key)
            if self.canvas.winfo_exists():
                self.canvas.event_generate("<<Chosen>>")
        return "break"

    def _step(self, steps: int) -> str:
        keys = self.stack.keys()
        if keys:
            here = keys.index(self._cursor) if self._cursor in keys else -1
            self.go_to(keys[max(0, min(len(keys) - 1, here + steps))])
        return "break"

    def _reveal(self, key: str) -> None:
        top, row_height = self.stack.place_of(key)
        first = key == self.stack.keys()[0]  # the title above it is to be seen too
        self._offset = min(self._offset, 0 if first else top)
        height = self.canvas.winfo_height()
        if height > row_height:  # else it has no place yet
            self._offset = max(self._offset, top + row_height - height)
        self.draw_soon()

    def _scroll(self, steps: int) -> str:
        self._offset += steps * self.look.px(_WHEEL)
        self.draw_soon()
        return "break"

    def _dragged(self, how: str, amount: str, _what: str = "") -> None:
        if how == "moveto":
            self._offset = round(float(amount) * self._total())
        else:
            self._offset += int(amount) * self.look.px(_WHEEL)
        self.draw_soon()

    def _menu_at(self, event: "tk.Event[tk.Misc]") -> str:
        self._open_menu(self._key_at(event.y), event.x_root, event.y_root)
        return "break"

    def _menu_of_cursor(self) -> None:
        canvas = self.canvas
        y = self.stack.place_of(self._cursor)[0] - self._offset + canvas.winfo_rooty()
        self._open_menu(self._cursor, canvas.winfo_rootx() + self.look.px(40), y)

    def _open_menu(self, key: str, x: int, y: int) -> None:
        self.menu.fill(self.on_menu(key) if key else ())
        self.menu.pop_up(x, y)
