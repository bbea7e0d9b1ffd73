"""Codes within a text that make it bold or coloured, and the text without them.

Specification: https://modern.ircdocs.horse/formatting.html
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from chatapp.wire.code_colors import color_of_number

BOLD, ITALIC, UNDERLINE, STRIKE, MONO = "\x02", "\x1d", "\x1f", "\x1e", "\x11"
REVERSE, COLOR, HEX_COLOR, RESET = "\x16", "\x03", "\x04", "\x0f"

_CODE = re.compile(
    r"\x03(?:(?P<ink>\d{1,2})(?:,(?P<ground>\d{1,2}))?)?"
    r"|\x04(?:(?P<hex_ink>[0-9a-fA-F]{6})(?:,(?P<hex_ground>[0-9a-fA-F]{6}))?)?"
    r"|[\x02\x0f\x11\x16\x1d-\x1f]"
)
_TOGGLES = {
    BOLD: "bold",
    ITALIC: "italic",
    UNDERLINE: "underline",
    STRIKE: "strike",
    MONO: "mono",
    REVERSE: "reverse",
}
# So many codes, of a byte each, hold at the most at one place.
MOST_CODES = len(_TOGGLES)
_CONTROLS = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)


@dataclass(frozen=True, slots=True)
class Style:
    """How a part of a text is set; `ink` and `ground` are "#rrggbb", or "" for none."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    mono: bool = False
    reverse: bool = False
    ink: str = ""
    ground: str = ""


PLAIN_STYLE = Style()


def styled(text: str) -> Iterator[tuple[Style, str]]:
    """Take a text apart at its codes; each part comes with how it is to be set."""
    style, start = PLAIN_STYLE, 0
    for match in _CODE.finditer(text):
        if match.start() > start:
            yield style, text[start : match.start()]
        style, start = _after(style, match), match.end()
    if start < len(text):
        yield style, text[start:]


def strip_formatting(text: str) -> str:
    """Give the bare words of a text."""
    return _CODE.sub("", text)


def carry_on(pieces: Iterable[str]) -> list[str]:
    """Begin each piece of a text that was parted with the codes that hold there.

    A code holds to the end of its message only. Colours are not carried on.
    """
    style, found = PLAIN_STYLE, []
    for piece in pieces:
        found.append(_codes_of(style) + piece)
        for match in _CODE.finditer(piece):
            style = _after(style, match)
    return found


def has_formatting(text: str) -> bool:
    """Tell whether there is any code in a text."""
    return _CODE.search(text) is not None


def printable(text: str) -> str:
    """Give a text without what does something to a terminal that shows it.

    That is what could move its cursor, look like another line, or turn the text.
    """
    return _CONTROLS.sub("", text)


def _codes_of(style: Style) -> str:
    return "".join(code for code, name in _TOGGLES.items() if getattr(style, name))


def _after(style: Style, match: re.Match[str]) -> Style:
    code = match[0]
    if code == RESET:
        return PLAIN_STYLE
    toggled = _TOGGLES.get(code)
    if toggled is not None:
        changed = {toggled: not getattr(style, toggled)}
        return replace(style, **changed)  # type: ignore[arg-type]  # none is a colour
    if code in (COLOR, HEX_COLOR):
        return replace(style, ink="", ground="")
    if code[0] == COLOR:
        ink, ground = color_of_number(match["ink"]), match["ground"]
        ground_color = color_of_number(ground) if ground else style.ground
    else:
        ink, ground = f"#{match['hex_ink'].lower()}", match["hex_ground"]
        ground_color = f"#{ground.lower()}" if ground else style.ground
    return replace(style, ink=ink, ground=ground_color)
