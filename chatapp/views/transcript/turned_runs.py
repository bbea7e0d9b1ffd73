"""Puts the runs of a line into the order in which one sees them: right to left, too."""

from collections.abc import Sequence
from dataclasses import replace

from chatapp.views.transcript.rich_text import Run, RunKind
from chatapp.views.transcript.right_to_left import (
    begins_right,
    is_right_to_left,
    join_letters,
    visual_order,
)

# What stands for a link, which is read from the left, and for a picture.
_STANDS_FOR = {RunKind.LINK: "a", RunKind.EMOJI: "\ufffc"}


def needs_turning(words: Sequence[Run]) -> bool:
    """Tell whether anything in these runs is written from right to left."""
    return any(is_right_to_left(run.text) for run in words if _is_words(run))


def joined(words: Sequence[Run]) -> list[Run]:
    """Give the letters of runs the forms that they have beside each other."""
    return [
        replace(run, text=join_letters(run.text)) if _is_words(run) else run
        for run in words
    ]


def from_right(words: Sequence[Run]) -> bool:
    """Tell whether a text begins at the right."""
    return begins_right("".join(run.text for run in words if _is_words(run)))


def turned_line(words: Sequence[Run], *, begins_right: bool) -> list[Run]:
    """Give the runs of one line as they are drawn; links and pictures stay whole."""
    shown = [_STANDS_FOR.get(run.kind, run.text) for run in words]
    owners = [number for number, text in enumerate(shown) for _letter in text]
    found: list[tuple[int, str]] = []
    for character, place in visual_order("".join(shown), from_right=begins_right):
        owner = owners[place]
        text = character if _is_words(words[owner]) else words[owner].text
        if found and found[-1][0] == owner:
            found[-1] = (owner, found[-1][1] + text)
        else:
            found.append((owner, text))
    return [replace(words[owner], text=text) for owner, text in found]


def _is_words(run: Run) -> bool:
    return run.kind not in _STANDS_FOR
