"""Splits a text that is too long for one message, between words where it can."""

import re
import unicodedata

_MAX_CHARACTER_BYTES = 4
_JOINER = "\u200d"
# Extends what stands before it although it is no mark: joiners, skin tones, the tags
# of flags, vowels and final consonants of Hangul in parts.
_EXTENDS = re.compile(
    "[\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\u1160-\u11ff]"
)
_REGIONAL_INDICATORS = re.compile("[\U0001f1e6-\U0001f1ff]*$")


def split_text(text: str, limit_bytes: int) -> list[str]:
    """Part a text into pieces that fit; joined they are the text again.

    A piece ends behind a space if it can, else where a reader sees one character end
    and the next begin (the main rules of https://www.unicode.org/reports/tr29/), and
    inside what is longer than the limit even so, never inside a code point.

    Args:
        text: one line; no piece is made for an empty one.
        limit_bytes: the most bytes of a piece in UTF-8, at least 4.

    Raises:
        ValueError: the limit is too small for every character, or the text has a
            lone surrogate, which UTF-8 cannot carry.
    """
    if limit_bytes < _MAX_CHARACTER_BYTES:
        raise ValueError("A piece needs at least four bytes.")
    data = text.encode()
    pieces: list[str] = []
    start = 0
    while start + limit_bytes < len(data):
        fitting = _decode_whole(data[start : start + limit_bytes])
        after = start + len(fitting.encode())
        following = _decode_whole(data[after : after + _MAX_CHARACTER_BYTES])
        piece = fitting[: _find_break(fitting + following[0])]
        pieces.append(piece)
        start += len(piece.encode())
    if start < len(data):
        pieces.append(data[start:].decode())
    return pieces


def _decode_whole(data: bytes) -> str:
    """Decode without the character that the end of the bytes cuts."""
    return data.decode(errors="ignore")


def _find_break(window: str) -> int:
    """Find where to end a piece; the window's last character is the next piece's."""
    end = window.rfind(" ", 0, len(window) - 1) + 1
    while end > 0 and not _is_boundary(window, end):
        end = window.rfind(" ", 0, end - 1) + 1
    if end > 0:
        return end
    end = len(window) - 1
    while end > 0 and not _is_boundary(window, end):
        end -= 1
    return end or len(window) - 1


def _is_boundary(text: str, index: int) -> bool:
    """Tell whether a reader sees a new character begin at this index."""
    if text[index - 1] == _JOINER or _EXTENDS.match(text[index]):
        return False
    if unicodedata.category(text[index]).startswith("M"):
        return False
    return not _is_inside_flag(text, index)


def _is_inside_flag(text: str, index: int) -> bool:
    """Tell whether the index parts two regional indicators that make one flag."""
    if not _REGIONAL_INDICATORS.match(text[index]):
        return False
    before = _REGIONAL_INDICATORS.search(text, 0, index)
    return before is not None and len(before[0]) % 2 == 1
