"""Spreads words over as many lines as they need, and goes on where it has ended."""

from collections.abc import Iterable, Iterator

ROOM_FOR_WORDS = 380
"""The bytes of a line that are left for words, behind its source and other names."""


class WordLines:
    """Words, parted by spaces, in lines of at most so many bytes in UTF-8.

    A word that is longer has a line of its own; none is broken.
    """

    __slots__ = ("_full", "_last", "_limit", "_size", "count")

    def __init__(self, limit_bytes: int = ROOM_FOR_WORDS) -> None:
        """Begin without a word."""
        self._limit = limit_bytes
        self._full: list[str] = []
        self._last: list[str] = []
        self._size = 0
        self.count = 0
        """How many words there are."""

    def add(self, words: Iterable[str]) -> None:
        """Write these behind the others."""
        limit, last, size = self._limit, self._last, self._size
        for word in words:
            length = 1 + (len(word) if word.isascii() else len(word.encode()))
            if last and size + length > limit + 1:
                self._full.append(" ".join(last))
                last.clear()
                size = 0
            last.append(word)
            size += length
            self.count += 1
        self._size = size

    def __iter__(self) -> Iterator[str]:
        """Give the lines; none when there is no word."""
        yield from self._full
        if self._last:
            yield " ".join(self._last)


def lines_of_words(
    words: Iterable[str], limit_bytes: int = ROOM_FOR_WORDS
) -> Iterator[str]:
    """Give the words, parted by spaces, in lines of at most so many bytes."""
    lines = WordLines(limit_bytes)
    lines.add(words)
    return iter(lines)
