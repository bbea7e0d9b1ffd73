"""Spreads words over as many lines as they need."""

from collections.abc import Iterable, Iterator


def lines_of_words(words: Iterable[str], limit_bytes: int) -> Iterator[str]:
    """Give the words, parted by spaces, in lines of at most so many bytes.

    Args:
        words: what may not be broken; one that is longer has a line of its own.
        limit_bytes: the most bytes of a line in UTF-8.
    """
    line: list[str] = []
    size = 0
    for word in words:
        length = 1 + (len(word) if word.isascii() else len(word.encode()))
        if line and size + length > limit_bytes + 1:
            yield " ".join(line)
            line, size = [], 0
        line.append(word)
        size += length
    if line:
        yield " ".join(line)
