"""Tags for the colours that people write in: made when needed, and never too many."""

import tkinter as tk

from chatapp.views.palette import Look
from chatapp.wire.formatting import Style

# Every colour of a message is a tag, and Tk is slow with very many of them.
_MOST = 256
_TEXT, _PAGE = "text", "page"
_Pair = tuple[str, str]


class InkTags:
    """The tags of one Text for pairs of an ink and a ground, "" for the usual ones."""

    def __init__(self, text: tk.Text, look: Look) -> None:
        self._text = text
        self._look = look
        self._made: dict[_Pair, str] = {}
        self._count = 0

    def begin(self) -> None:
        """Begin to write messages: if there are many tags, those not in use go."""
        if len(self._made) <= _MOST * 3 // 4:
            return
        for pair, name in list(self._made.items()):
            if not self._text.tag_nextrange(name, "1.0"):
                self._text.tag_delete(name)
                del self._made[pair]

    def tag(self, style: Style) -> str:
        """Give the tag for a style's colours; "" if it has none, or there are too many.

        Colours are told apart by sixteen steps of red, green and blue each.
        """
        pair = (_rough(style.ink), _rough(style.ground))
        if style.reverse:
            pair = (pair[1] or _PAGE, pair[0] or _TEXT)
        if pair == ("", ""):
            return ""
        name = self._made.get(pair)
        if name is None and len(self._made) < _MOST:
            self._count += 1
            name = self._made[pair] = f"ink{self._count}"
            self._paint_one(pair, name)
            self._text.tag_lower(name, "sel")
        return name or ""

    def paint(self) -> None:
        """Take other colours for those of the palette."""
        for pair, name in self._made.items():
            self._paint_one(pair, name)

    def _paint_one(self, pair: _Pair, name: str) -> None:
        palette = self._look.palette
        ink, ground = (self._color(part) for part in pair)
        grounds = [ground] if ground else [palette.page, palette.hover, palette.mention]
        ink = self._look.fit_ink(ink or palette.text, grounds)
        self._text.tag_configure(name, foreground=ink, background=ground)

    def _color(self, part: str) -> str:
        palette = self._look.palette
        return {_TEXT: palette.text, _PAGE: palette.page}.get(part, part)


def _rough(color: str) -> str:
    return "".join((color[0], *(digit * 2 for digit in color[1::2]))) if color else ""
