"""Limits how often this session answers what others' programs ask of it."""

from collections.abc import Callable
from datetime import datetime, timedelta

_MOST_AT_ONCE = 3
_SPAN = timedelta(seconds=10)


class ReplyAllowance:
    """Allows a few answers in a span of time, so that nobody can make it flood."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._given: list[datetime] = []

    def take(self) -> bool:
        """Tell whether one more answer may be given, and count it."""
        now = self._clock()
        self._given = [moment for moment in self._given if now - moment < _SPAN]
        if len(self._given) >= _MOST_AT_ONCE:
            return False
        self._given.append(now)
        return True
