"""Who stands at the doors, in the order in which they came: none stands for ever.

There are so many places only. When all are taken, those who have had enough time
for a greeting are asked to leave, and nobody waits behind a dawdler.
"""

import threading
import time
from collections.abc import Callable

from server.network.doorway import Doorway

ENOUGH_SECONDS = 2.0
"""In it a crowd of a thousand agrees on TLS, all at once on one slow processor."""


class Standing:
    """The connections at all doors; their threads and those that listen share it."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Begin with nobody."""
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._since: dict[Doorway, float] = {}

    def add(self, doorway: Doorway) -> None:
        """Note that somebody has come."""
        with self._lock:
            self._since[doorway] = self._monotonic()

    def remove(self, doorway: Doorway) -> None:
        """Note that somebody has left, or gone inside."""
        with self._lock:
            self._since.pop(doorway, None)

    def hurry(self) -> None:
        """Ask those to leave who have stood here long enough."""
        came_by = self._monotonic() - ENOUGH_SECONDS
        with self._lock:
            late = [each for each, since in self._since.items() if since <= came_by]
            for each in late:
                del self._since[each]
        for each in late:
            each.hurry()
