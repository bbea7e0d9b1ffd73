"""Keys that make bold, italic, struck out or code of what is selected in an entry."""

import tkinter as tk
from typing import TYPE_CHECKING

from chatapp.views.windows.keys import sequences

if TYPE_CHECKING:
    from collections.abc import Callable

BOLD, ITALIC, STRIKE, CODE = "**", "*", "~~", "`"
_KEYS = {"Mod-b": BOLD, "Mod-i": ITALIC, "Mod-Shift-x": STRIKE, "Mod-e": CODE}
_FENCE = "```"
_QUOTE = "> "
_START, _STOP = "marking_start", "marking_stop"


class EntryMarks:
    """Puts marks of Markdown around what is selected, or takes them away again."""

    def __init__(self, entry: tk.Text) -> None:
        self._entry = entry
        for key, mark in _KEYS.items():
            for sequence in sequences(key):
                entry.bind(sequence, self._applying(mark))

    def apply(self, mark: str) -> None:
        """Mark what is selected, or begin a marked part where the cursor is."""
        entry = self._entry
        if str(entry.cget("state")) != "normal":
            return
        if not entry.tag_ranges("sel"):
            self._begin(mark)
        elif "\n" in entry.get("sel.first", "sel.last"):
            self._mark_lines(mark)
        else:
            self._toggle("sel.first", "sel.last", mark)
        entry.see("insert")
        entry.focus_set()

    def quote(self) -> None:
        """Make a quote of the lines that are selected, or of that with the cursor."""
        entry = self._entry
        if str(entry.cget("state")) != "normal":
            return
        selected = bool(entry.tag_ranges("sel"))
        places = self._selected() if selected else (entry.index("insert"),) * 2
        first, last = (int(place.partition(".")[0]) for place in places)
        for number in range(first, last + 1):
            entry.insert(f"{number}.0", _QUOTE)
        entry.focus_set()

    def _applying(self, mark: str) -> "Callable[[tk.Event[tk.Misc]], str]":
        def pressed(_event: "tk.Event[tk.Misc]") -> str:
            self.apply(mark)
            return "break"

        return pressed

    def _begin(self, mark: str) -> None:
        """Have the cursor between two marks; from there, behind the second one."""
        entry, length = self._entry, len(mark)
        if entry.get("insert", f"insert+{length}c") == mark:
            entry.mark_set("insert", f"insert+{length}c")
            return
        entry.insert("insert", mark * 2)
        entry.mark_set("insert", f"insert-{length}c")

    def _mark_lines(self, mark: str) -> None:
        """Marks end with their line, so each has its own; code gets a fence instead."""
        entry = self._entry
        first, last = (int(str(it).partition(".")[0]) for it in self._selected())
        if mark == CODE:
            entry.insert(f"{last}.0 lineend", f"\n{_FENCE}")
            entry.insert(f"{first}.0", f"{_FENCE}\n")
            return
        for number in range(first, last + 1):
            start, stop = f"{number}.0", f"{number}.0 lineend"
            start = "sel.first" if number == first else start
            stop = "sel.last" if number == last else stop
            if entry.get(start, stop).strip():
                self._toggle(start, stop, mark, select=False)

    def _selected(self) -> tuple[str, str]:
        return self._entry.index("sel.first"), self._entry.index("sel.last-1c")

    def _toggle(self, start: str, stop: str, mark: str, *, select: bool = True) -> None:
        entry, length = self._entry, len(mark)
        self._hold(start, stop)
        before = entry.get(f"{_START} linestart", _START)[::-1]
        inside, after = entry.get(_START, _STOP), entry.get(_STOP, f"{_STOP} lineend")
        if _begins(before, mark) and _begins(after, mark):
            entry.delete(_STOP, f"{_STOP}+{length}c")
            entry.delete(f"{_START}-{length}c", _START)
        elif _begins(inside, mark) and _begins(inside[::-1], mark):
            entry.delete(f"{_STOP}-{length}c", _STOP)
            entry.delete(_START, f"{_START}+{length}c")
        else:
            entry.insert(_STOP, mark)
            entry.insert(_START, mark)
        if select:
            entry.tag_remove("sel", "1.0", "end")
            entry.tag_add("sel", _START, _STOP)
            entry.mark_set("insert", _STOP)

    def _hold(self, start: str, stop: str) -> None:
        """Set two marks that stay at the words, without the blanks around them."""
        entry = self._entry
        entry.mark_set(_START, start)
        entry.mark_set(_STOP, stop)
        while entry.get(_START).isspace() and entry.compare(_START, "<", _STOP):
            entry.mark_set(_START, f"{_START}+1c")
        while entry.get(f"{_STOP}-1c").isspace() and entry.compare(_STOP, ">", _START):
            entry.mark_set(_STOP, f"{_STOP}-1c")
        entry.mark_gravity(_START, "right")
        entry.mark_gravity(_STOP, "left")


def _begins(text: str, mark: str) -> bool:
    """Tell whether a text begins with a mark, and not only with a part of another."""
    row = len(text) - len(text.lstrip(mark[0]))
    if mark[0] != "*":
        return row == len(mark)
    return row == len(mark) or row == len(BOLD + ITALIC)
