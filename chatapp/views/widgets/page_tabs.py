"""The pages of a card: buttons in a line, or a list where the line has no room."""

import tkinter as tk
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.models.entities import MenuEntry
from chatapp.views.look.palette import Look
from chatapp.views.widgets.parted_menu import PartedMenu
from chatapp.views.widgets.wrapped_buttons import bind_arrows

if TYPE_CHECKING:
    from chatapp.views.look.pictures import Photo

_BETWEEN = 8
_SIGN = 12


class PageTabs(ttk.Frame):
    """One page is turned to; `on_page` hears of another one, by its key."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Page.TFrame")
        self.on_page: Callable[[str], None] = lambda _key: None
        self.buttons: dict[str, ttk.Button] = {}
        self._look = look
        self._page = ""
        self._photo: Photo | None = None
        self._line = ttk.Frame(self, style="Page.TFrame")
        self.list = ttk.Button(
            self, style="Jump.TButton", compound="right", command=self._open
        )
        self.list.bind("<Down>", lambda _event: self._open())
        self.menu = PartedMenu(self.list, look)
        self.columnconfigure(0, weight=1)
        self._line.grid(sticky="w")
        self.bind("<Configure>", lambda _event: self.fit(self.winfo_width()))
        look.follow(self, self._paint)

    def show(self, pages: Sequence[tuple[str, str]]) -> None:
        """Offer these pages, each by a key and a title."""
        for key, title in pages:
            button = ttk.Button(self._line, text=title, style="Choice.TButton")
            button.configure(command=partial(self._choose, key))
            button.pack(side="left")
            if self.buttons:
                self._look.space(button, padx=(_BETWEEN, 0))
            self.buttons[key] = button
        bind_arrows(list(self.buttons.values()))

    def turn_to(self, key: str) -> None:
        """Let this be the page that is shown."""
        self._page = key
        for each, button in self.buttons.items():
            style = "Jump.TButton" if each == key else "Choice.TButton"
            button.configure(style=style)
        self.list.configure(text=f"{self._title(key)}  ")

    def take_focus(self) -> None:
        """Have the keyboard at the page that is shown."""
        self.current.focus_set()

    @property
    def current(self) -> ttk.Button:
        """The button of the page that is shown."""
        return self.list if self._is_list else self.buttons[self._page]

    @property
    def _is_list(self) -> bool:
        return bool(self.list.winfo_manager())

    def fit(self, width: int) -> None:
        """Be a line, or a list where that is cut; the width is in pixels."""
        is_list = 1 < width < self._line.winfo_reqwidth()
        if is_list == self._is_list:
            return
        had_focus = str(self.focus_get() or "").startswith(f"{self}.")
        shown, hidden = (self.list, self._line)[:: 1 if is_list else -1]
        hidden.grid_remove()
        shown.grid(row=0, sticky="w")
        if had_focus:
            self.take_focus()

    def _choose(self, key: str) -> None:
        self.on_page(key)

    def _open(self) -> str:
        """List the pages, below the title of the one that is shown."""
        self.menu.fill([[self._entry(key) for key in self.buttons]])
        place = self.list
        self.menu.pop_up(
            place.winfo_rootx(), place.winfo_rooty() + place.winfo_height()
        )
        return "break"

    def _entry(self, key: str) -> MenuEntry:
        is_on = key == self._page
        return MenuEntry(self._title(key), partial(self._choose, key), is_on)

    def _title(self, key: str) -> str:
        return str(self.buttons[key].cget("text"))

    def _paint(self) -> None:
        look = self._look
        self._photo = look.pictures.icon(
            "chevron-down", look.px(_SIGN), look.palette.on_accent
        )
        self.list.configure(image=self._photo)
        self.update_idletasks()  # what has another size is to be measured anew
        self.fit(self.winfo_width())
