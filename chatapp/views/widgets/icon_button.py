"""A flat button that shows an icon, and says in a tooltip what it does."""

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look
from chatapp.views.widgets.tooltip import Tooltip


class IconButton(ttk.Button):
    """A button on one of the surfaces, with an icon of the Bootstrap family."""

    def __init__(
        self,
        master: tk.Misc,
        look: Look,
        surface: str,
        icon: str,
        tip: str,
        command: Callable[[], None],
        *,
        size: int = 17,
    ) -> None:
        super().__init__(
            master, style=f"{surface}Tool.TButton", command=command, cursor="hand2"
        )
        self._look = look
        self._icon = icon
        self._size = size
        self.tip = tip
        self._bubble = Tooltip(self, tip)
        look.follow(self, self._paint)

    def show_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self._paint()

    def show_tip(self, tip: str) -> None:
        """Say something else in the tooltip."""
        self.tip = tip
        self._bubble.configure(text=tip)

    def _paint(self) -> None:
        look, palette = self._look, self._look.palette
        icon = look.pictures.icon
        size = look.px(self._size)
        self._photos = (
            icon(self._icon, size, palette.muted),
            icon(self._icon, size, palette.text),
        )
        rest, active = map(str, self._photos)
        faces = (rest, "selected", active, "hover", active, "focus", active)
        self.configure(image=faces)  # type: ignore[arg-type]  # one for each state
