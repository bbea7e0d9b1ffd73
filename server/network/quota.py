"""How much slow work may wait: so much in all, and so much for one origin."""

import threading
from collections import Counter

MOST_SLOW_WORK = 50
MOST_OF_ONE_ORIGIN = 25
"""One origin, which may be a whole school, leaves a half to the others."""


class Quota:
    """Counts how much each origin has of what is bounded; any thread may ask."""

    def __init__(
        self, most: int = MOST_SLOW_WORK, of_one: int = MOST_OF_ONE_ORIGIN
    ) -> None:
        """Allow so much in all, and so much for one origin."""
        self._most = most
        self._of_one = of_one
        self._lock = threading.Lock()
        self._taken: Counter[str] = Counter()

    def take(self, origin: str) -> bool:
        """Let an origin (see server.world.origin) have one more, where that may be."""
        with self._lock:
            is_free = self._taken.total() < self._most
            if is_free and self._taken[origin] < self._of_one:
                self._taken[origin] += 1
                return True
            return False

    def give_back(self, origin: str) -> None:
        """Take note that an origin has one less."""
        with self._lock:
            self._taken[origin] -= 1
            self._taken += Counter()  # only those stay that have something
