"""Sets that many people have alike, kept once: even an empty one takes 216 bytes."""

from functools import lru_cache

MOST_SETS = 1024

NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=MOST_SETS)
def shared(names: frozenset[str]) -> frozenset[str]:
    """Give a set of these names: for all who ask for an equal one, the same."""
    return names
