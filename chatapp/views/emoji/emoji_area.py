"""A Text that shows emoji as pictures, and gives them back as text.

Each is one picture, also where there is none of it: then its name is drawn. So each is
one for the cursor, for Backspace and for whoever selects it.
"""

import re
import tkinter as tk
from itertools import islice
from typing import TYPE_CHECKING, Any

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look
from chatapp.views.look.pictures import Photo
from chatapp.views.transcript.rich_text import EMOJI, cut_in_the_middle

if TYPE_CHECKING:
    from collections.abc import Callable

# Tk is slow with many pictures: what comes behind so many stays as it is written.
MOST = 400
_LONGEST_NAME, _NAME_HEIGHT = 24, 1.2
# Unicode's sign for an object among text.
_PICTURE = "\ufffc"
# What joins the next part to an emoji; while that is not written yet, it has no shape.
_JOINERS = "[\u200d\ufe0f\U000e0020-\U000e007f]*"
_WRITTEN = re.compile(rf"({EMOJI.pattern}){_JOINERS}")


class EmojiArea(ttk.Text):
    """What it says stands in `contents`; what is copied of it is text as well."""

    def __init__(
        self,
        master: tk.Misc,
        look: Look,
        ground: "Callable[[], str]",
        emoji_size: int,
        **options: Any,
    ) -> None:
        """Be one line high, and as wide as there is room.

        Args:
            master: where it stands.
            look: colours, sizes and pictures.
            ground: gives the colour it has in the palette of the moment.
            emoji_size: how high an emoji is, in pixels of an ordinary screen.
            options: those of a Text.
        """
        super().__init__(
            master,
            autostyle=False,
            bd=0,
            highlightthickness=0,
            height=1,
            width=1,
            wrap="word",
            padx=0,
            **options,
        )
        self.on_filled: Callable[[], None] = lambda: None
        self._look = look
        self._ground = ground
        self._emoji_size = emoji_size
        self._pictured: dict[str, tuple[str, str, Photo]] = {}
        self._count = 0
        self.bind("<<Copy>>", self._copied)
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

    def fill(self, text: str, cursor: int = 0) -> None:
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

    def add(self, *parts: str) -> None:
        """Write behind everything.

        Args:
            parts: texts in turn with the tags they are under, one for each.
        """
        self._look.emoji.begin()
        waiting: list[str] = []
        for text, tag in zip(parts[::2], parts[1::2], strict=True):
            start = 0
            for emoji in self._emoji_in(text, MOST - len(self._pictured)):
                self._append(*waiting, text[start : emoji.start()], tag)
                waiting.clear()
                self._put_picture("end", emoji)
                self.tag_add(tag, "end-2c")
                start = emoji.end()
            waiting += (text[start:], tag)
        self._append(*waiting)

    def drop(self, first: str, last: str) -> None:
        """Take away what is between two places, and let go of its pictures."""
        for _kind, name, _index in self.dump(first, last, image=True):
            self._pictured.pop(name, None)
        self.delete(first, last)

    def pictured(self) -> list[str]:
        """Give the emoji that are shown as pictures, as they were written."""
        images = self.dump("1.0", "end-1c", image=True)
        return [self._pictured[name][0] for _kind, name, _index in images]

    def display_lines(self) -> int:
        """Tell how many lines the text takes, at the width it has."""
        count = ("count", "-update", "-displaylines", "1.0", "end")
        return int(self.tk.call(self, *count))

    def _emoji_in(self, text: str, most: int = MOST) -> list[re.Match[str]]:
        """Find the emoji that are to be pictures."""
        return list(islice(_WRITTEN.finditer(text), max(most, 0)))

    def _append(self, *parts: str) -> None:
        """Write texts and their tags in one go: Tk takes its time for each."""
        if parts:
            self.insert("end", *parts)

    def _write(
        self, text: str, emoji: list[re.Match[str]], start: int, stop: int
    ) -> None:
        for match in emoji:
            if start <= match.start() < stop:
                self.insert("insert", text[start : match.start()])
                self._put_picture("insert", match)
                start = match.end()
        self.insert("insert", text[start:stop])

    def _put_picture(self, index: str, emoji: re.Match[str]) -> None:
        """Put a picture of what was found in a text to a place."""
        written, sequence = emoji.group(), emoji.group(1)
        photo = self._photo(sequence)
        self._count += 1
        name = self.image_create(
            index, image=str(photo), align="center", name=f"e{self._count}"
        )
        self._pictured[name] = (written, sequence, photo)

    def _photo(self, sequence: str) -> Photo:
        look, palette, ground = self._look, self._look.palette, self._ground()
        size = look.px(self._emoji_size)
        name = look.spell_emoji(sequence)
        if name == sequence or look.emoji.has(sequence, size):
            return look.emoji.photo(sequence, size, ground, palette.muted)
        short = cut_in_the_middle(name, _LONGEST_NAME)
        height = round(size * _NAME_HEIGHT)
        return look.pictures.pill(short, height, palette.card, palette.text, ground)

    def _forget_gone(self) -> None:
        """Forget the pictures that were deleted meanwhile."""
        shown = set(map(str, self.image_names()))
        self._pictured = {key: it for key, it in self._pictured.items() if key in shown}

    def _copied(self, _event: "tk.Event[tk.Misc]") -> str:
        if self.tag_ranges("sel"):
            self.clipboard_clear()
            self.clipboard_append(self.contents("sel.first", "sel.last"))
        return "break"

    def _paint(self) -> None:
        self._look.dress_text(self)
        self.configure(background=self._ground())
        self._look.emoji.begin()
        self._forget_gone()
        for name, (written, sequence, _photo) in list(self._pictured.items()):
            photo = self._photo(sequence)
            self.image_configure(name, image=str(photo))
            self._pictured[name] = (written, sequence, photo)
