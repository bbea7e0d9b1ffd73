"""A box to tick, with words beside it."""

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look
from chatapp.views.windows.keys import ENTER_KEYS

SIGN = 16
"""How wide its sign is, at no zoom."""


class TickBox(ttk.Button):
    """A click and Space call `on_change`; it is ticked once it is told so by `show`.

    Enter is for what the box belongs to, `on_enter`, as it is in a field: who has
    ticked it and goes on to Enter does not want to take that back.
    """

    on_change: Callable[[bool], None]
    on_enter: Callable[[], None]

    def __init__(
        self, master: tk.Misc, look: Look, words: str, style: str = "PageTool.TButton"
    ) -> None:
        super().__init__(
            master,
            style=style,
            text=f" {words}",
            compound="left",
            command=lambda: self.on_change(not self.is_on),
        )
        self.on_change, self.on_enter = lambda _is_on: None, lambda: None
        self.is_on = False
        self._look = look
        self._words = words
        for key in ENTER_KEYS:
            self.bind(key, self._entered)
        look.follow(self, self._paint)

    def show(self, is_on: bool) -> None:
        """Show it ticked, or not."""
        self.is_on = is_on
        self._paint()

    def fit(self, width: int) -> None:
        """Break its words into lines, where it is wider than so many pixels."""
        fonts, style = self._look.fonts, str(self.cget("style"))
        font = str(self._look.styles.lookup(style, "font"))
        self.configure(text=f" {self._words}")
        room = width - self.winfo_reqwidth() + fonts.width(font, f" {self._words}")
        lines: list[str] = []
        for word in self._words.split():
            longer = f"{lines[-1]} {word}" if lines else f" {word}"
            if lines and fonts.width(font, longer) > room:
                lines.append(f" {word}")
            else:
                lines[-1:] = [longer]
        self.configure(text="\n".join(lines))

    def _entered(self, _event: "tk.Event[tk.Misc]") -> str:
        self.on_enter()
        return "break"

    def _paint(self) -> None:
        look, palette = self._look, self._look.palette
        name, color = ("square", palette.muted)
        if self.is_on:
            name, color = ("check-square-fill", palette.accent)
        self._sign = look.pictures.icon(name, look.px(SIGN), color, palette.page)
        self.configure(image=self._sign)
