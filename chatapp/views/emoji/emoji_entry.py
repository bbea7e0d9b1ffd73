"""Where one writes: emoji become pictures as they are written; Undo has them too."""

import re
import tkinter as tk
from bisect import bisect_right
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from chatapp.views.emoji.emoji_area import EmojiArea
from chatapp.views.emoji.entry_undo import EntryUndo
from chatapp.views.look.palette import Look

if TYPE_CHECKING:
    from collections.abc import Callable

_SIZE = 18
_PASTED = {"<<Paste>>": "CLIPBOARD", "<<PasteSelection>>": "PRIMARY"}


@dataclass(frozen=True, slots=True)
class _Part:
    """Some text, or a picture that stands for some; `start` counts what is before."""

    text: str
    index: str
    start: int
    is_picture: bool

    @property
    def stop(self) -> int:
        """How many characters stand before its end."""
        return self.start + len(self.text)

    @property
    def inside(self) -> range:
        """The places in which it would be taken apart."""
        return range(self.start + 1, self.stop)


class EmojiEntry(EmojiArea):
    """Where the cursor is, is counted in characters, as others count them."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(
            master,
            look,
            lambda: look.palette.input,
            _SIZE,
            font=look.fonts.body,
        )
        look.fit(self, pady=6, insertwidth=2)
        # An older Tk counts what is not of the first plane of Unicode as two.
        self._large = int(self.tk.call("string", "length", "\U0001d11e"))
        self.bind("<<Cut>>", self._cut)
        # Tells whether a text may be pasted.
        self.on_paste: Callable[[str], bool] = lambda _text: True
        for event, selection in _PASTED.items():
            self.bind(event, partial(self._pasting, selection))
        self._undo = EntryUndo(self)

    def columns(self, line: str, *offsets: int) -> tuple[int, ...]:
        """Give what Tk counts up to some places in a line of what is written."""
        if self._large == 1 or max(line, default="") <= "\uffff":
            return offsets
        return tuple(
            at + sum(it > "\uffff" for it in line[:at]) * (self._large - 1)
            for at in offsets
        )

    def cursor(self) -> int:
        """Tell how many characters stand before the cursor."""
        return len(self.contents("1.0", "insert"))

    def begin(self, text: str) -> None:
        """Have this text and the cursor behind it; Undo brings back none before it."""
        self.fill(text, len(text))
        self._undo.begin()

    def absorb(self) -> str:
        """Take in what has been written since: its emoji become pictures, Undo has it.

        Whoever listens to <<Modified>> calls this first, and gets the text.
        """
        self._picture_new()
        text = self.contents()
        self._undo.note(text)
        return text

    def _picture_new(self) -> None:
        """Make pictures of the emoji that are none yet."""
        self._forget_gone()
        if not self._pictured and self.get("1.0", "end-1c").isascii():
            return
        parts = self._parts()
        text = "".join(part.text for part in parts)
        ends = {part.start: part.stop for part in parts if part.is_picture}
        new = [it for it in self._emoji_in(text) if ends.get(it.start()) != it.end()]
        if not new:
            return
        inside = {at for part in parts if part.is_picture for at in part.inside}
        if inside.isdisjoint(at for it in new for at in it.span()):
            self._look.emoji.begin()
            for emoji in reversed(new):
                self._replace(parts, emoji)
        else:  # a picture has to be taken apart
            self.fill(text, self.cursor())

    def _parts(self) -> list["_Part"]:
        """Give what stands here, as text and pictures in turn."""
        parts, start = [], 0
        for kind, value, index in self.dump("1.0", "end-1c", text=True, image=True):
            is_picture = kind == "image"
            text = self._pictured[value][0] if is_picture else value
            parts.append(_Part(text, index, start, is_picture))
            start += len(text)
        return parts

    def _replace(self, parts: list["_Part"], emoji: re.Match[str]) -> None:
        """Put a picture where an emoji is written; the cursor stays on its side."""
        first, last = (self._place_of(parts, at) for at in emoji.span())
        is_before = self.compare("insert", "==", first)
        self.delete(first, last)
        self._put_picture(first, emoji)
        if is_before:
            self.mark_set("insert", first)

    def _place_of(self, parts: list["_Part"], at: int) -> str:
        """Tell where so many characters stand before, as Tk has it."""
        part = parts[bisect_right(parts, at, key=lambda it: it.start) - 1]
        line, column = part.index.split(".")
        if part.is_picture:
            return f"{line}.{int(column) + int(at > part.start)}"
        (columns,) = self.columns(part.text, at - part.start)
        return f"{line}.{int(column) + columns}"

    def _cut(self, event: "tk.Event[tk.Misc]") -> str:
        if self.tag_ranges("sel") and str(self.cget("state")) == "normal":
            self._copied(event)
            self.delete("sel.first", "sel.last")
        return "break"

    def _pasting(self, selection: str, _event: "tk.Event[tk.Misc]") -> str | None:
        try:
            text = self.selection_get(selection=selection)
        except tk.TclError:  # there is nothing to be pasted
            return None
        return None if self.on_paste(text) else "break"
