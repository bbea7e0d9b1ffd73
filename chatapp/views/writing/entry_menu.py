"""The menu of the box to write in: words that may be meant, and the clipboard."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from chatapp.language import gettext as _
from chatapp.models.entities import MenuEntry, MenuPart
from chatapp.views.emoji.emoji_entry import EmojiEntry
from chatapp.views.look.palette import Look
from chatapp.views.widgets.parted_menu import PartedMenu
from chatapp.views.windows.keys import MENU_CLICKS, MENU_KEYS, bind_known
from chatapp.views.writing.spelling_marks import MarkedWord, SpellingMarks

if TYPE_CHECKING:
    import tkinter as tk

_LEARN = _("Add “{word}” to the dictionary")
_NO_WORD = _("No word is similar")
_CUT, _COPY, _PASTE = _("Cut"), _("Copy"), _("Paste")
_SELECT_ALL = _("Select all")
INSERT_FILE = _("Insert a file…")


class EntryMenu:
    """Pops up at a right click, or at the cursor by key."""

    def __init__(self, entry: EmojiEntry, look: Look, spelling: SpellingMarks) -> None:
        self.on_insert_file: Callable[[], None] = lambda: None
        self._entry = entry
        self._spelling = spelling
        self._parted = PartedMenu(entry, look)
        self.menu = self._parted.menu
        bind_known(entry, MENU_CLICKS, self._clicked)
        bind_known(entry, MENU_KEYS, self._pressed)

    def insert_file(self) -> None:
        """Have a file chosen that is put into the box."""
        self.on_insert_file()

    def open_on(self, placeholder: "tk.Misc") -> None:
        """Pop up at right clicks on what lies over the empty box as well."""
        bind_known(placeholder, MENU_CLICKS, self._clicked)

    def _clicked(self, event: "tk.Event[tk.Misc]") -> str:
        index = self._entry.index(f"@{event.x},{event.y}")
        if "sel" not in self._entry.tag_names(index):
            self._entry.tag_remove("sel", "1.0", "end")
            self._entry.mark_set("insert", index)
        self._entry.focus_set()
        self._open(index, event.x_root, event.y_root)
        return "break"

    def _pressed(self, _event: "tk.Event[tk.Misc]") -> str:
        entry = self._entry
        entry.see("insert")
        x, y, _width, _height = entry.bbox("insert") or (0, 0, 0, 0)
        self._open(
            entry.index("insert"), entry.winfo_rootx() + x, entry.winfo_rooty() + y
        )
        return "break"

    def _open(self, index: str, x: int, y: int) -> None:
        word = self._spelling.word_at(index)
        if word is None:
            self._show([], x, y)
            return

        def show(found: Sequence[str]) -> None:
            self._show([self._meant(word, found), self._learning(word)], x, y)

        self._spelling.on_suggest(word.text, show)

    def _show(self, parts: Sequence[MenuPart], x: int, y: int) -> None:
        insert = MenuEntry(INSERT_FILE, self.insert_file)
        self._parted.fill([*parts, self._clipboard(), [insert]])
        self._parted.pop_up(x, y)

    def _meant(self, word: MarkedWord, found: Sequence[str]) -> MenuPart:
        if not found:
            return (MenuEntry(_NO_WORD, lambda: None),)
        replace = self._spelling.replace
        return tuple(MenuEntry(it, partial(replace, word, it)) for it in found)

    def _learning(self, word: MarkedWord) -> MenuPart:
        learn = partial(self._spelling.on_learn, word.text)
        return (MenuEntry(_LEARN.format(word=word.text), learn),)

    def _clipboard(self) -> MenuPart:
        events = {_PASTE: "<<Paste>>", _SELECT_ALL: "<<SelectAll>>"}
        if self._entry.tag_ranges("sel"):
            events = {_CUT: "<<Cut>>", _COPY: "<<Copy>>", **events}
        generate = self._entry.event_generate
        return tuple(MenuEntry(it, partial(generate, events[it])) for it in events)
