"""Masks such as *!*@*.example.org: compiled so that no mask can take long to match."""

import re
from functools import lru_cache

from chatapp.wire.names import Fold

ANYTHING = "*"
ANY_ONE = "?"


class Mask:
    """A mask with `*` for any characters and `?` for one; letters' case is ignored.

    The parts between the stars hold no repetition, so that the time to match grows
    no faster than the mask's length times the text's.
    """

    __slots__ = ("_first", "_fold", "_last", "_middle", "_tail_length", "text")

    def __init__(self, text: str, fold: Fold) -> None:
        """Compile the mask; names are compared by their keys."""
        self.text = text
        self._fold = fold
        first, *others = re.split(r"\*+", fold_mask(text, fold))
        last = others.pop() if others else None
        self._first = _compile(first)
        self._middle = [_compile(part) for part in others if part]
        self._last = None if last is None else _compile(last)
        self._tail_length = len(last or "")

    def matches(self, text: str) -> bool:
        """Tell whether the whole of a text is what the mask describes."""
        text = fold_mask(text, self._fold)
        if self._last is None:
            return self._first.fullmatch(text) is not None
        begin = self._first.match(text)
        if begin is None:
            return False
        position = begin.end()
        for part in self._middle:
            found = part.search(text, position)
            if found is None:
                return False
            position = found.end()
        tail = len(text) - self._tail_length
        return tail >= position and self._last.fullmatch(text, tail) is not None


@lru_cache(maxsize=4096)
def compile_mask(text: str, fold: Fold) -> Mask:
    """Give the mask of this text, compiled once."""
    return Mask(text, fold)


def complete_mask(text: str) -> str:
    """Give a ban's mask as nick!user@host, with stars where a part is missing."""
    nick, bang, rest = text.partition("!")
    if not bang:
        if "@" in text:
            nick, rest = ANYTHING, text
        else:
            rest = f"{ANYTHING}@{ANYTHING}"
    user, at, host = rest.partition("@")
    if not at:
        host = ANYTHING
    return f"{nick or ANYTHING}!{user or ANYTHING}@{host or ANYTHING}"


def is_mask(text: str) -> bool:
    """Tell whether a text describes more than one name."""
    return ANYTHING in text or ANY_ONE in text


def fold_mask(text: str, fold: Fold) -> str:
    """Give the key by which masks, and what they describe, are compared."""
    return fold(text) if text.isascii() else _fold_parts(text, fold)


@lru_cache(maxsize=4096)
def _fold_parts(text: str, fold: Fold) -> str:
    return "".join(
        part if part in "!@*?" else fold(part) for part in re.split(r"([!@*?])", text)
    )


def _compile(part: str) -> re.Pattern[str]:
    pattern = "".join(
        "." if letter == ANY_ONE else re.escape(letter) for letter in part
    )
    return re.compile(pattern, re.DOTALL)
