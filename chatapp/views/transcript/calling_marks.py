"""Marks what calls one, such as one's own name, in messages that mention one."""

import tkinter as tk

from chatapp.views.transcript.answered_line import ANSWERED

CALLING = "calling"
_MOST = 20
_JOINED = ("_", "-")


def mark_word(text: tk.Text, start: str, stop: str, word: str) -> None:
    """Mark a word where it stands by itself, between two places of a text.

    What the message answers, which stands above its words, is no mention.
    """
    place = start
    for _ in range(_MOST):
        place = text.search(word, place, stop, nocase=True)
        if not place:
            return
        end = f"{place}+{len(word)}c"
        is_word = _ends_here(text.get(f"{place}-1c")) and _ends_here(text.get(end))
        if is_word and ANSWERED not in text.tag_names(place):
            text.tag_add(CALLING, place, end)
        place = text.index(end)


def _ends_here(character: str) -> bool:
    """Tell whether a word ends at a character, as it is no part of one."""
    return not character.isalnum() and character not in _JOINED
