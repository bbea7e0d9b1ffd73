"""A card with all settings, a page for each of what they are about."""

import tkinter as tk
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from chatapp.views.cards.dialog import PINNED_ROW, Dialog
from chatapp.views.cards.settings_rows import (
    ChoiceRow,
    FieldRow,
    PaletteRow,
    SettingRow,
    SwitchRow,
)
from chatapp.views.look.palette import Look
from chatapp.views.widgets.page_tabs import PageTabs

_HIGHEST = 620


class SettingsDialog(Dialog):
    """Is told the pages and what stands on one of them; calls back for each change.

    A row has a key, by which it is told another value, or what is wrong with it.
    """

    width = 600
    middle = 0.5

    def __init__(
        self, window: tk.Toplevel, look: Look, title: str, close: str, reset: str
    ) -> None:
        super().__init__(window, look, title, "", action=close, cancel=reset)
        self.on_page: Callable[[str], None] = lambda _key: None
        self.on_switch: Callable[[str, bool], None] = lambda _key, _is_on: None
        self.on_choice: Callable[[str, str], None] = lambda _key, _choice: None
        self.on_typed: Callable[[str, str], None] = lambda _key, _text: None
        self.on_wear: Callable[[str], None] = lambda _name: None
        self.on_remove: Callable[[str, str], None] = lambda _key, _name: None
        self.on_reset: Callable[[], None] = lambda: None
        self.rows: dict[str, SettingRow] = {}
        self._lists: dict[str, ttk.Frame] = {}
        self._warned_of: list[str] = []
        self.tabs = PageTabs(self, look)
        self.tabs.on_page = self._turn_page
        self.tabs.grid(row=PINNED_ROW, sticky="ew")
        look.space(self.tabs, pady=(12, 0))
        look.space(self.scrolled, pady=(6, 16))
        self.cancel.configure(command=self._reset)
        self.foot.show((self.action,), (self.cancel,))

    def open(self) -> None:
        """Show the card in the middle of the window, over everything else."""
        # Before anything has the focus: what is hidden later would never get it.
        self.update_idletasks()
        self.tabs.fit(self.inner_width)
        self.show(self.tabs.current)

    def submit(self) -> None:
        """Close the card, as by Escape."""
        self.give_up()

    def give_up(self) -> None:
        """Close the card; where what was typed cannot be, only the second time."""
        rows = [row for row in self.rows.values() if isinstance(row, FieldRow)]
        wrong = [row.entry for row in rows if row.is_wrong()]
        texts = [entry.get() for entry in wrong]
        if not wrong or texts == self._warned_of:
            self.close()
            return
        self._warned_of = texts
        wrong[0].focus_set()

    def show_pages(self, pages: Sequence[tuple[str, str]]) -> None:
        """Offer these pages, each by a key and a title."""
        self.tabs.show(pages)

    def begin_page(self, key: str) -> None:
        """Turn to a page that is empty yet."""
        self.tabs.turn_to(key)
        rows = self.content
        focus = str(self.focus_get() or "")
        if focus.startswith((f"{rows}.", f"{self.tabs}.")):
            self.tabs.take_focus()  # a click leaves the ring where it was
        for child in rows.winfo_children():
            child.destroy()
        self.rows.clear()
        self._lists.clear()
        self.scrolled.to_top()

    def add_switch(self, key: str, title: str, words: str, is_on: bool) -> None:
        """Add something that is on or off."""
        row = SwitchRow(self.content, self._look, title, words)
        row.tick.on_change = lambda is_on: self.on_switch(key, is_on)
        row.tick.on_enter = self.submit
        row.tick.show(is_on)
        self._add(key, row)

    def add_choice(
        self,
        key: str,
        title: str,
        words: str,
        options: Sequence[tuple[str, str]],
        chosen: str,
    ) -> None:
        """Add one of several things, each by a key and a label."""
        row = ChoiceRow(self.content, self._look, title, words, options)
        row.on_change = lambda choice: self.on_choice(key, choice)
        row.show(chosen)
        self._add(key, row)

    def add_field(
        self, key: str, title: str, words: str, text: str, *, is_short: bool
    ) -> None:
        """Add a field to type into; a short one is for a time of the day."""
        row = FieldRow(self.content, self._look, title, words, is_short=is_short)
        row.on_change = lambda text: self.on_typed(key, text)
        row.show(text)
        self._add(key, row)

    def add_palettes(self, key: str, title: str, words: str) -> None:
        """Add a list of palettes, which is empty yet."""
        row = SettingRow(self.content, self._look, title, words)
        place = self._lists[key] = ttk.Frame(row, style="Page.TFrame")
        place.grid(row=3, sticky="ew")
        self._look.space(place, pady=(4, 0))
        self._add(key, row)

    def add_palette(self, key: str, name: str, colors: Sequence[str], tip: str) -> None:
        """Add a palette to a list, with some of its colours."""
        row = PaletteRow(self._lists[key], self._look, name, colors, tip)
        row.on_wear = self.on_wear
        row.on_remove = lambda name: self.on_remove(key, name)
        row.pack(anchor="w")

    def fit_content(self, room: int) -> int:
        """Have all pages equally high: no button moves away from under the pointer."""
        return min(room, self._look.px(_HIGHEST))

    def end_page(self) -> None:
        """Take as much room as what was added needs."""
        self._refit()

    def show_switch(self, key: str, is_on: bool) -> None:
        """Show something on, or off."""
        row = self.rows.get(key)
        if isinstance(row, SwitchRow):
            row.tick.show(is_on)

    def show_choice(self, key: str, chosen: str) -> None:
        """Show what is chosen."""
        row = self.rows.get(key)
        if isinstance(row, ChoiceRow):
            row.show(chosen)

    def show_field(self, key: str, text: str) -> None:
        """Show what holds where it can be typed."""
        row = self.rows.get(key)
        if isinstance(row, FieldRow):
            row.show(text)

    def show_words(self, key: str, words: str) -> None:
        """Say something else about a row."""
        if key in self.rows:
            self.rows[key].show_words(words)

    def show_problem(self, key: str, sentence: str) -> None:
        """Say at a row what is wrong with it; "" takes that back."""
        if key in self.rows:
            self.rows[key].show_problem(sentence)
            self._refit()

    def is_open(self) -> bool:
        """Tell whether the card is still there."""
        return bool(self.winfo_exists())

    def _turn_page(self, key: str) -> None:
        self.on_page(key)

    def _reset(self) -> None:
        self.on_reset()

    def _add(self, key: str, row: SettingRow) -> None:
        row.pack(fill="x")
        self._look.space(row, pady=(12, 0))
        self.rows[key] = row
