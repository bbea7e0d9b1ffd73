"""Parts a text into lines that fit a width, where Tk cannot do it. No Tk here."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache

from chatapp.views.transcript.rich_text import Run, RunKind

_WORDS = re.compile(r"\S+\s*|\s+")


def fit(
    words: Iterable[Run], width: int, measure: Callable[[Run], int]
) -> list[list[Run]]:
    """Part runs into lines, between words where that can be.

    Args:
        words: the runs; joined, those of the lines are the same again.
        width: how wide a line may be, in pixels.
        measure: tells how wide a run is.
    """
    lines: list[list[Run]] = [[]]
    left = width
    measure = cache(measure)
    for word in _parted(words):
        wide = measure(word)
        if wide > left and lines[-1]:
            lines.append([])
            left = width
        if wide <= width or word.kind is RunKind.LINK:
            _add(lines[-1], word)
            left -= wide
            continue
        first, *others = _cut(word, width, measure)
        _add(lines[-1], first)
        lines += [[part] for part in others]
        left = width - measure(lines[-1][-1])
    return lines


def _parted(words: Iterable[Run]) -> Iterable[Run]:
    for run in words:
        if run.kind is RunKind.EMOJI:
            yield run
        else:
            yield from (replace(run, text=it[0]) for it in _WORDS.finditer(run.text))


def _cut(word: Run, width: int, measure: Callable[[Run], int]) -> Iterator[Run]:
    """Part a word that is wider than a line; each part but the last fills one."""
    text = word.text
    likely = max(1, len(text) * width // max(1, measure(word)))
    while text:
        # Letters are not equally wide, but seldom very unlike.
        lengths = range(1, min(len(text), 2 * likely) + 1)

        def wide(length: int, text: str = text) -> int:
            return measure(replace(word, text=text[:length]))

        end = max(1, bisect_right(lengths, width, key=wide))
        yield replace(word, text=text[:end])
        text = text[end:]


def _add(line: list[Run], word: Run) -> None:
    """Put a word behind the one before it, as one run if they look alike."""
    before = line[-1] if line and word.kind is not RunKind.EMOJI else None
    if before and (before.kind, before.style) == (word.kind, word.style):
        line[-1] = replace(before, text=before.text + word.text)
    else:
        line.append(word)
