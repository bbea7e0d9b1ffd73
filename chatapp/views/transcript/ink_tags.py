"""Tags for the colours that people write in: made when needed, and never too many."""

import tkinter as tk
from collections import Counter

from chatapp.views.look.palette import Look
from chatapp.wire.formatting import Style

# Every pair of colours is a tag, and the time that Tk takes for a line grows with the
# square of their number.
_MOST = 64
_STEPS = dict(zip("0123456789abcdef", "00333666999cccff", strict=True))
_TEXT, _PAGE = "text", "page"
_Pair = tuple[str, str]


class InkTags:
    """The tags of one Text for pairs of an ink and a ground, "" for the usual ones."""

    def __init__(self, text: tk.Text, look: Look) -> None:
        self._text = text
        self._look = look
        self._made: dict[_Pair, str] = {}
        self._pairs: dict[str, _Pair] = {}
        self._near: dict[_Pair, str] = {}
        self._count = 0
        self._row = ""
        self._used: dict[str, set[str]] = {}
        self._uses: Counter[str] = Counter()

    def begin(self, row: str) -> None:
        """Begin to give tags for this row."""
        self._row = row

    def forget(self, row: str) -> None:
        """Let go of the tags that only this row had."""
        for name in self._used.pop(row, ()):
            self._uses[name] -= 1
            if not self._uses[name]:
                del self._uses[name], self._made[self._pairs.pop(name)]
                self._text.tag_delete(name)
                self._near.clear()

    def tag(self, style: Style) -> str:
        """Give the tag for a style's colours, "" if it has none.

        Colours are told apart by six steps of red, green and blue each. Where there
        are too many of them, one gets what is nearest among those that there are.
        """
        pair = (_rough(style.ink), _rough(style.ground))
        if style.reverse:
            pair = (pair[1] or _PAGE, pair[0] or _TEXT)
        if pair == ("", ""):
            return ""
        name = self._made.get(pair)
        if name is None and len(self._made) < _MOST:
            name = self._make(pair)
        elif name is None:
            name = self._nearest(pair)
        used = self._used.setdefault(self._row, set())
        if name not in used:
            used.add(name)
            self._uses[name] += 1
        return name

    def _nearest(self, pair: _Pair) -> str:
        found = self._near.get(pair)
        if found is None:
            near = min(self._made, key=lambda it: _distance(it, pair))
            found = self._near[pair] = self._made[near]
        return found

    def _make(self, pair: _Pair) -> str:
        self._count += 1
        name = f"ink{self._count}"
        self._made[pair], self._pairs[name] = name, pair
        self._paint_one(pair, name)
        self._text.tag_lower(name, "sel")
        return name

    def paint(self) -> None:
        """Take other colours for those of the palette."""
        for pair, name in self._made.items():
            self._paint_one(pair, name)

    def _paint_one(self, pair: _Pair, name: str) -> None:
        palette = self._look.palette
        ink, ground = (self._color(part) for part in pair)
        grounds = (
            [ground]
            if ground
            else [palette.page, palette.hover, palette.found, palette.mention]
        )
        ink = self._look.fit_ink(ink or palette.text, grounds)
        # A ground is for the words only, also where they begin another line.
        margin = palette.page if ground else ""
        tag = self._text.tag_configure
        tag(name, foreground=ink, background=ground, lmargincolor=margin)

    def _color(self, part: str) -> str:
        palette = self._look.palette
        return {_TEXT: palette.text, _PAGE: palette.page}.get(part, part)


def _rough(color: str) -> str:
    return (
        "".join(("#", *(_STEPS[digit] * 2 for digit in color[1::2]))) if color else ""
    )


def _distance(one: _Pair, other: _Pair) -> int:
    """Tell how unlike two pairs are; one with a ground is very unlike one without."""
    return sum(
        sum(abs(a - b) for a, b in zip(_channels(it), _channels(that), strict=True))
        for it, that in zip(one, other, strict=True)
    )


def _channels(color: str) -> tuple[int, int, int]:
    if not color.startswith("#"):
        return (-999, -999, -999)
    return int(color[1], 16), int(color[3], 16), int(color[5], 16)
