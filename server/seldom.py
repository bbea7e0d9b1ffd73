"""Lets the same be told seldom, however often it happens."""

from collections.abc import Callable, Hashable

SECONDS_BETWEEN = 60.0
MAX_REMEMBERED = 1000


class Seldom:
    """Tells whether something may be told again; each thing once in a minute."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        """Begin with nothing told."""
        self._monotonic = monotonic
        self._told_at: dict[Hashable, float] = {}

    def may_tell(self, subject: Hashable) -> bool:
        """Tell whether it is time to tell this, and count that it is told."""
        now = self._monotonic()
        if now - self._told_at.get(subject, now - SECONDS_BETWEEN) < SECONDS_BETWEEN:
            return False
        self._told_at.pop(subject, None)
        self._told_at[subject] = now
        if len(self._told_at) > MAX_REMEMBERED:
            del self._told_at[next(iter(self._told_at))]
        return True
