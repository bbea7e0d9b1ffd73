"""Codes within a text that make it bold or coloured, and the text without them.

Specification: https://modern.ircdocs.horse/formatting.html
"""

import re

_CODES = re.compile(
    r"[\x02\x0f\x11\x16\x1d\x1e\x1f]|\x03(?:\d{1,2}(?:,\d{1,2})?)?|\x04[0-9A-Fa-f]{0,6}"
)


def strip_formatting(text: str) -> str:
    """Give the bare words of a text."""
    return _CODES.sub("", text)
