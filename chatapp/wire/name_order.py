"""Puts names in the order in which people look for them: pupil2 before pupil10."""

import re

_PARTS = re.compile("([^0-9]*)([0-9]*)")

Place = tuple[tuple[str, int, str], ...]


def place_of(name: str) -> Place:
    """Give what a folded name is sorted by: its letters, and its numbers by size.

    Numbers are compared by their length first and stay text: a server may send some
    that are too long to count with.
    """
    parts = _PARTS.findall(name)
    return tuple((text, *_size_of(digits)) for text, digits in parts)


def _size_of(digits: str) -> tuple[int, str]:
    counted = digits.lstrip("0")
    return len(counted), counted
