"""A clock that moves only when nothing is left to do, and what happens when."""

import heapq
from collections.abc import Callable
from itertools import count

Happen = Callable[[], object]


class TimeLine:
    """Time in seconds, and what is going to happen, in the order of its moments."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.wall_ahead = 1_700_000_000.0
        self._order = count()
        self._coming: list[tuple[float, int, Happen]] = []

    def monotonic(self) -> float:
        """Read the clock that only goes on."""
        return self.now

    def wall(self) -> float:
        """Read the clock that people set, forwards and back."""
        return self.now + self.wall_ahead

    def after(self, seconds: float, happen: Happen) -> None:
        """Let something happen after so many seconds."""
        heapq.heappush(self._coming, (self.now + seconds, next(self._order), happen))

    def happen_next(self, before: float) -> bool:
        """Let the next thing happen, unless it comes later; tell whether it did."""
        if not self._coming or self._coming[0][0] > before:
            self.now = max(self.now, before)
            return False
        moment, _, happen = heapq.heappop(self._coming)
        self.now = max(self.now, moment)
        happen()
        return True

    def pass_by(self, seconds: float) -> None:
        """Let so much time pass, and happen what comes in it."""
        end = self.now + seconds
        while self.happen_next(end):
            pass


class Timer:
    """A timer as threads have it, in this time."""

    def __init__(self, time: TimeLine, seconds: float, happen: Happen) -> None:
        self._time = time
        self._seconds = seconds
        self._happen = happen
        self._is_cancelled = False

    def start(self) -> None:
        """Begin to wait."""
        self._time.after(self._seconds, self._ring)

    def cancel(self) -> None:
        """Let it not happen."""
        self._is_cancelled = True

    def _ring(self) -> None:
        if not self._is_cancelled:
            self._happen()
