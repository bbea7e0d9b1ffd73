"""A Text to write in, that shows emoji as pictures and gives them back as text."""

import re
import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.views.palette import Look
from chatapp.views.pictures import Photo
from chatapp.views.rich_text import EMOJI

if TYPE_CHECKING:
    from collections.abc import Callable

_SIZE = 18
# A text with more emoji than this is left as it is.
_MOST = 100
# Unicode's sign for an object among text.
_PICTURE = "\ufffc"
# What joins the next part to an emoji; while that is not written yet, it has no shape.
_JOINERS = "[\u200d\ufe0f\U000e0020-\U000e007f]*"
_WRITTEN = re.compile(rf"({EMOJI.pattern}){_JOINERS}")


class EmojiEntry(ttk.Text):
    """What is written stands in `contents`; `cursor` counts its characters."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(
            master,
            autostyle=False,
            bd=0,
            highlightthickness=0,
            height=1,
            width=1,
            wrap="word",
            undo=True,
            padx=0,
            font=look.fonts.body,
        )
        look.fit(self, pady=6, insertwidth=2)
        self.on_filled: Callable[[], None] = lambda: None
        self._look = look
        self._pictured: dict[str, tuple[str, str, Photo]] = {}
        self._count = 0
        # An older Tk counts what is not of the first plane of Unicode as two.
        self._large = int(self.tk.call("string", "length", "\U0001d11e"))
        self.bind("<<Copy>>", self._copied)
        self.bind("<<Cut>>", self._cut)
        look.follow(self, self._paint)

    def contents(self, first: str = "1.0", last: str = "end-1c") -> str:
        """Give the text between two places, emoji included."""
        parts = []
        for kind, value, _index in self.dump(first, last, text=True, image=True):
            parts.append(self._pictured[value][0] if kind == "image" else value)
        return "".join(parts)

    def written(self, first: str = "1.0", last: str = "end-1c") -> str:
        """Give the text with one sign in place of each picture, as Tk counts them."""
        return "".join(
            _PICTURE if kind == "image" else value
            for kind, value, _index in self.dump(first, last, text=True, image=True)
        )

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

    def fill(self, text: str, cursor: int) -> None:
        """Write a text in place of everything, the cursor behind so many characters."""
        state = self.cget("state")
        self.configure(state="normal")
        self.delete("1.0", "end")
        self.on_filled()
        self._pictured.clear()
        self._look.emoji.begin()
        emoji = self._emoji_in(text)
        # Never in the middle of an emoji: its halves would be two.
        inside = (it.end() for it in emoji if it.start() < cursor < it.end())
        cursor = next(inside, cursor)
        # Tk counts some characters twice, so the cursor is not put by a number.
        self._write(text, emoji, cursor, len(text))
        self.mark_set("insert", "1.0")
        self._write(text, emoji, 0, cursor)
        self.see("insert")
        self.configure(state=state)

    def absorb(self) -> None:
        """Make pictures of the emoji that have been written since."""
        written = self.get("1.0", "end-1c")
        if written.isascii():
            return
        text = self.contents()
        if [it.group() for it in self._emoji_in(text)] != self._shown():
            self.fill(text, self.cursor())
            # The pictures are not in Tk's memory of what can be undone.
            self.edit_reset()

    def _shown(self) -> list[str]:
        """Give the emoji that are shown as pictures, in their order."""
        images = self.dump("1.0", "end-1c", image=True)
        return [self._pictured[name][0] for _kind, name, _index in images]

    def _emoji_in(self, text: str) -> list[re.Match[str]]:
        """Find the emoji that are to be pictures."""
        look, found = self._look, list(_WRITTEN.finditer(text))
        if len(found) > _MOST:
            return []
        return [it for it in found if look.emoji.has(it.group(1), look.px(_SIZE))]

    def _write(
        self, text: str, emoji: list[re.Match[str]], start: int, stop: int
    ) -> None:
        for match in emoji:
            if start <= match.start() < stop:
                self.insert("insert", text[start : match.start()])
                self._put_picture(match.group(), match.group(1))
                start = match.end()
        self.insert("insert", text[start:stop])

    def _put_picture(self, written: str, sequence: str) -> None:
        photo = self._photo(sequence)
        self._count += 1
        name = self.image_create(
            "insert", image=str(photo), align="center", name=f"e{self._count}"
        )
        self._pictured[name] = (written, sequence, photo)

    def _photo(self, sequence: str) -> Photo:
        look, palette = self._look, self._look.palette
        size = look.px(_SIZE)
        return look.emoji.photo(sequence, size, palette.input, palette.muted)

    def _copied(self, _event: "tk.Event[tk.Misc]") -> str:
        if self.tag_ranges("sel"):
            self.clipboard_clear()
            self.clipboard_append(self.contents("sel.first", "sel.last"))
        return "break"

    def _cut(self, event: "tk.Event[tk.Misc]") -> str:
        if self.tag_ranges("sel") and str(self.cget("state")) == "normal":
            self._copied(event)
            self.delete("sel.first", "sel.last")
        return "break"

    def _paint(self) -> None:
        palette = self._look.palette
        self.configure(
            background=palette.input,
            foreground=palette.text,
            insertbackground=palette.accent,
            selectbackground=palette.selection,
            selectforeground=palette.on_selection,
            inactiveselectbackground=palette.selection,
        )
        for name, (written, sequence, _photo) in list(self._pictured.items()):
            photo = self._photo(sequence)
            self.image_configure(name, image=str(photo))
            self._pictured[name] = (written, sequence, photo)
