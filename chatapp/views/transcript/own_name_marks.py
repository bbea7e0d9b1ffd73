"""Marks one's own name in the words of messages that mention one."""

import tkinter as tk

from chatapp.views.transcript.answered_line import ANSWERED

OWN_NAME = "own-name"
_MOST = 20
_JOINED = ("_", "-")


def mark_own_name(text: tk.Text, start: str, stop: str, name: str) -> None:
    """Mark a name where it stands as a word, between two places of a text.

    What the message answers, which stands above its words, is no mention.
    """
    place = start
    for _ in range(_MOST):
        place = text.search(name, place, stop, nocase=True)
        if not place:
            return
        end = f"{place}+{len(name)}c"
        is_word = _ends_here(text.get(f"{place}-1c")) and _ends_here(text.get(end))
        if is_word and ANSWERED not in text.tag_names(place):
            text.tag_add(OWN_NAME, place, end)
        place = text.index(end)


def _ends_here(character: str) -> bool:
    """Tell whether a word ends at a character, as it is no part of one."""
    return not character.isalnum() and character not in _JOINED
