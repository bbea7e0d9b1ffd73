"""Finds who has a name that people would take for another one."""

from collections.abc import Iterator

from chatapp.wire.lookalikes import appearance
from chatapp.wire.names import Fold, fold


class Lookalikes:
    """The keys of names that are written otherwise than they look.

    Of a name that is not kept here, what it looks like is its key.
    """

    def __init__(self, fold: Fold = fold) -> None:
        """Begin without names; they are compared by their keys."""
        self._fold = fold
        self._keys: dict[str, set[str]] = {}

    def add(self, name: str) -> None:
        """Know a name."""
        look, key = appearance(name), self._fold(name)
        if look != key:
            self._keys.setdefault(look, set()).add(key)

    def discard(self, name: str) -> None:
        """Know a name no more."""
        look, key = appearance(name), self._fold(name)
        keys = self._keys.get(look, set())
        keys.discard(key)
        if not keys:
            self._keys.pop(look, None)

    def of(self, name: str) -> Iterator[str]:
        """Give the keys under which those may be found that look like a name."""
        look, key = appearance(name), self._fold(name)
        return (each for each in (look, *self._keys.get(look, ())) if each != key)
