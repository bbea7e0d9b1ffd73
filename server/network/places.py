"""The places for slow work that waits: so many in all, and so many for one origin."""

import threading
from collections import Counter

MOST_PLACES = 50
MOST_PLACES_OF_ONE = 25
"""One origin, which may be a whole school, leaves a half to the others."""


class Places:
    """Counts who has how many places; any thread may ask."""

    def __init__(
        self, most: int = MOST_PLACES, of_one: int = MOST_PLACES_OF_ONE
    ) -> None:
        """Have so many places in all, and so many for one origin."""
        self._most = most
        self._of_one = of_one
        self._lock = threading.Lock()
        self._taken: Counter[str] = Counter()

    def take(self, origin: str) -> bool:
        """Give an origin one place more, if there is one; see server.world.origin."""
        with self._lock:
            is_free = self._taken.total() < self._most
            if is_free and self._taken[origin] < self._of_one:
                self._taken[origin] += 1
                return True
            return False

    def leave(self, origin: str) -> None:
        """Free a place."""
        with self._lock:
            self._taken[origin] -= 1
            self._taken += Counter()  # only those stay that have places
