"""Codes within a text that make it bold or coloured, and the text without them.

Specification: https://modern.ircdocs.horse/formatting.html
"""

import re

_CODES = re.compile(
    r"[\x02\x0f\x11\x16\x1d\x1e\x1f]|\x03(?:\d{1,2}(?:,\d{1,2})?)?|\x04[0-9A-Fa-f]{0,6}"
)

_CONTROLS = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)


def printable(text: str) -> str:
    """Give a text without what does something to a terminal that shows it.

    That is what could move its cursor, look like another line, or turn the text.
    """
    return _CONTROLS.sub("", text)


def strip_formatting(text: str) -> str:
    """Give the bare words of a text."""
    return _CODES.sub("", text)
