"""A menu of what can be done, in parts with a line between them."""

import tkinter as tk
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import ttkbootstrap as ttk

from chatapp.models.entities import MenuEntry, MenuPart
from chatapp.views.emoji.emoji_words import emoji_words
from chatapp.views.look.palette import Look

if TYPE_CHECKING:
    from chatapp.views.look.pictures import Photo


class PartedMenu:
    """Pops up with other entries each time."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        self._look = look
        self._photos: list[Photo] = []
        self.menu: tk.Menu = ttk.Menu(master)
        self._switches: list[tk.BooleanVar] = []

    def fill(self, parts: Sequence[MenuPart]) -> None:
        """Offer these entries, and no others."""
        self.menu.delete(0, "end")
        self._switches.clear()
        self._photos.clear()
        for part in filter(None, parts):
            if not self.is_empty:
                self.menu.add_separator()
            for entry in part:
                self._add(entry)

    def pop_up(self, x: int, y: int) -> None:
        """Show the entries at a place of the screen, if there are any."""
        if not self.is_empty:
            self.menu.tk_popup(x, y)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to choose."""
        return self.menu.index("end") is None

    def _add(self, entry: MenuEntry) -> None:
        shown = emoji_words(self._look, entry.words, self._look.fonts.body)
        options: dict[str, Any] = {"label": shown.words, "command": entry.do}
        if shown.photo:
            self._photos.append(shown.photo)
            options |= {"image": shown.image, "compound": shown.side}
        if entry.is_on is None:
            self.menu.add_command(**options)
            return
        switch = tk.BooleanVar(self.menu, value=entry.is_on)
        self._switches.append(switch)
        self.menu.add_checkbutton(variable=switch, **options)
