"""Tells how near a name is to what was typed of it."""

import unicodedata


def distance(wanted: str, name: str) -> int | None:
    """Give 0 where a name begins so, 1 where it holds that, 2 where its letters do.

    None where the letters do not come in that order. Both are folded already; accents
    make no difference, as not every keyboard has them.
    """
    wanted, name = without_accents(wanted), without_accents(name)
    if name.startswith(wanted):
        return 0
    if wanted in name:
        return 1
    letters = iter(name)
    return 2 if all(letter in letters for letter in wanted) else None


def without_accents(text: str) -> str:
    """Give the letters alone; a text that is nothing but marks stays as it is."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    return "".join(it for it in parts if not unicodedata.combining(it)) or text
