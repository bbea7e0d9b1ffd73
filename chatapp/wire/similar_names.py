"""Finds a valid nick that is close to one that is taken."""

import unicodedata
from collections.abc import Iterator

from chatapp.wire.names import check_nick, fold, normalize

LONGEST = 30
_LAST_RESORT = "guest"
_ZEROS = "0\u0660\u06f0"


def similar_nick(nick: str, attempt: int, longest: int | None = None) -> str:
    """Give another nick for each attempt, each one valid and none equal to `nick`.

    The first is the nick with "_" behind it. Where that is no valid nick, as in
    scripts that are written from right to left (RFC 5893, section 2), or where it
    would be too long, a digit ends it, and it is shortened as far as is needed.

    Args:
        nick: the nick that is taken.
        attempt: 1 for the first try, 2 for the second, and so on.
        longest: most code points that the server takes; None: as chatapp's does.
    """
    name, limit = normalize(nick), longest or LONGEST
    taken = fold(name)
    for candidate in _candidates(name, attempt):
        if check_nick(candidate, 1, limit) is None and fold(candidate) != taken:
            return candidate
    return f"{_LAST_RESORT}{attempt}"[-limit:]


def _candidates(name: str, attempt: int) -> Iterator[str]:
    yield name + "_" * attempt
    for length in range(len(name), 0, -1):
        if not _joins_the_one_before(name[length : length + 1]):
            # A name with digits of its own script takes no others beside them.
            for zero in _ZEROS:
                yield name[:length] + _count_from(zero, attempt)


def _count_from(zero: str, number: int) -> str:
    return "".join(chr(ord(zero) + int(digit)) for digit in str(number))


def _joins_the_one_before(character: str) -> bool:
    """Tell whether to cut before this would tear a letter from its accents."""
    return unicodedata.category(character or "a").startswith("M")
