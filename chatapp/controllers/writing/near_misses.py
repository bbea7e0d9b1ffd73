"""Finds the word that somebody most likely meant who mistyped it."""

from collections.abc import Iterable


def closest(word: str, words: Iterable[str], cutoff: float = 0.7) -> str | None:
    """Give the word that is most like the one typed.

    Args:
        word: what was typed.
        words: what there is.
        cutoff: how like it has to be, from 0 (not at all) to 1 (the same).

    Returns:
        None where nothing is like it.
    """
    # Few mistype, and a small window does not carry what compares words.
    from difflib import get_close_matches  # noqa: PLC0415

    found = get_close_matches(word, list(words), n=1, cutoff=cutoff)
    return found[0] if found else None
