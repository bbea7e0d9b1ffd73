"""Words on labels, buttons and menus: an emoji at their end, or begin, is a picture."""

import re
from dataclasses import dataclass
from typing import Literal

import ttkbootstrap as ttk

from chatapp.views.emoji.emoji_text import has_emoji
from chatapp.views.look.palette import Look
from chatapp.views.look.pictures import Photo
from chatapp.views.transcript.rich_text import EMOJI, plain

_SHARE = 0.9
"""How high an emoji is, as a part of a line."""
_AT_BEGIN = re.compile(rf"\s*({EMOJI.pattern})")
_AT_END = re.compile(rf"({EMOJI.pattern})\s*$")


@dataclass(frozen=True, slots=True)
class EmojiWords:
    """What Tk can show of a text: words, and one picture at a side of them."""

    words: str
    photo: Photo | None = None
    side: Literal["left", "right"] = "left"

    @property
    def image(self) -> str:
        """The picture's name for Tk; "" for none."""
        return str(self.photo) if self.photo else ""


def emoji_words(look: Look, text: str, font: str) -> EmojiWords:
    """Find what Tk can show of a text; all other emoji are written by their names.

    The picture is see-through: buttons and menus change their ground.
    """
    if not has_emoji(text):
        return EmojiWords(plain(text))
    size = round(look.fonts.line_height(font) * _SHARE)
    look.emoji.begin()
    at_end, at_begin = _AT_END.search(text), _AT_BEGIN.match(text)
    if at_end and look.emoji.has(at_end[1], size):
        photo = look.emoji.photo(at_end[1], size, "", look.palette.muted)
        rest = text[: at_end.start()]
        gap = " " if rest[-1:].isspace() else ""
        return EmojiWords(f"{_named(look, rest)}{gap}", photo, "right")
    if at_begin and look.emoji.has(at_begin[1], size):
        photo = look.emoji.photo(at_begin[1], size, "", look.palette.muted)
        rest = text[at_begin.end() :]
        gap = " " if rest[:1].isspace() else ""
        return EmojiWords(f"{gap}{_named(look, rest)}", photo, "left")
    return EmojiWords(_named(look, text))


def _named(look: Look, text: str) -> str:
    return plain(look.spell_emoji(text))


class WordsOn:
    """Writes on a label or a button, whatever the words are, at every zoom."""

    def __init__(self, widget: ttk.Label | ttk.Button, look: Look, font: str) -> None:
        """Write in this font, which is that of the widget's style."""
        self._widget, self._look, self._font = widget, look, font
        self.text = ""
        self._shown = EmojiWords("")
        look.follow(widget, self._write)
        look.scale.follow(widget, self._write)

    @property
    def words(self) -> str:
        """What is written there, besides the picture."""
        return self._shown.words

    def show(self, text: str) -> None:
        """Write this in place of what is there."""
        if text != self.text:
            self.text = text
            self._write()

    def _write(self) -> None:
        if not self.text and not self._shown.words:
            return
        shown = self._shown = emoji_words(self._look, self.text, self._font)
        self._widget.configure(text=shown.words, image=shown.image, compound=shown.side)
