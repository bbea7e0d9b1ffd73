"""Has both brackets of a pair go the same way, in a text of both directions.

The library that turns texts leaves that rule out, which is N0 of
https://www.unicode.org/reports/tr9/#N0: one of them would stand on the wrong side.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any

_OPENING, _CLOSING, _NEUTRAL, _POINT = "Ps", "Pe", "ON", "NSM"
_MOST_OPEN = 63
_DIRECTIONS = {"L": "L", "R": "R", "EN": "R", "AN": "R"}


def settle_brackets(
    characters: Sequence[dict[str, Any]], mirrored: Mapping[str, str], embedding: str
) -> None:
    """Give brackets that belong together their direction, in place.

    Args:
        characters: those of one line, with "ch" and the "type" that is known so far.
        mirrored: the other one of each sign that has a mirrored one.
        embedding: the direction of the line, "L" or "R".
    """
    for opening, closing in sorted(_pairs(characters, mirrored)):
        inner = set(_strong(characters, range(opening + 1, closing)))
        if not inner:
            continue
        before = _strong(characters, range(opening - 1, -1, -1))
        chosen = embedding if embedding in inner else next(before, embedding)
        for place in (opening, closing):
            characters[place]["type"] = chosen
            for point in takewhile(_is_point, characters[place + 1 :]):
                point["type"] = chosen


def _pairs(
    characters: Sequence[dict[str, Any]], mirrored: Mapping[str, str]
) -> Iterator[tuple[int, int]]:
    """Find the places of brackets that belong together."""
    opened: list[tuple[str, int]] = []
    for place, character in enumerate(characters):
        sign = unicodedata.normalize("NFC", character["ch"])
        if sign not in mirrored or character["type"] != _NEUTRAL:
            continue
        kind = unicodedata.category(sign)
        if kind == _OPENING:
            if len(opened) == _MOST_OPEN:
                return
            opened.append((mirrored[sign], place))
        elif kind == _CLOSING:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == sign:
                    yield opened[depth][1], place
                    del opened[depth:]
                    break


def _strong(
    characters: Sequence[Mapping[str, Any]], places: Iterable[int]
) -> Iterator[str]:
    """Give the directions of characters that have one; numbers go from the right."""
    kinds = (_DIRECTIONS.get(characters[it]["type"]) for it in places)
    return (it for it in kinds if it)


def _is_point(character: Mapping[str, Any]) -> bool:
    return unicodedata.bidirectional(character["ch"]) == _POINT
