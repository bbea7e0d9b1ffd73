"""Takes out of a long text the part in which something was found, and marks it."""

import re
from collections.abc import Sequence

from chatapp.models.entities import ExcerptPart
from chatapp.wire.formatting import strip_formatting

MOST = 240
BEFORE_HIT = 60
_LINK = re.compile(r"\b\w++://\S+")


def excerpt(text: str, words: str, *, marks_links: bool) -> tuple[ExcerptPart, ...]:
    """Give the part of a text round its first hit, in one line."""
    line = " ".join(strip_formatting(text).split())
    pattern = _pattern(words) if words else _LINK if marks_links else None
    first = pattern.search(line) if pattern else None
    start = max(0, first.start() - BEFORE_HIT) if first and len(line) > MOST else 0
    start = line.rfind(" ", 0, start) + 1 if start else 0
    shown = line[start : start + MOST]
    shown = ("…" if start else "") + shown
    shown += "…" if start + MOST < len(line) else ""
    return tuple(_parts(shown, pattern))


def _pattern(words: str) -> re.Pattern[str]:
    longest_first = sorted(words.split(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)


def _parts(text: str, pattern: re.Pattern[str] | None) -> Sequence[ExcerptPart]:
    parts: list[ExcerptPart] = []
    done = 0
    for hit in pattern.finditer(text) if pattern else ():
        parts += [ExcerptPart(text[done : hit.start()]), ExcerptPart(hit[0], True)]
        done = hit.end()
    parts.append(ExcerptPart(text[done:]))
    return [part for part in parts if part.text]
