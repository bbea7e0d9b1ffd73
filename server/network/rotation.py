"""What waits to be done, by where it comes from: each origin has one in its turn."""

import threading
from collections import deque
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Rotation(Generic[Item]):
    """Gives what was added, of each origin the oldest first; any thread may ask."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._lock = threading.Lock()
        self._waiting: dict[str, deque[Item]] = {}

    def add(self, origin: str, item: Item) -> None:
        """Add something of an origin (see server.world.origin)."""
        with self._lock:
            self._waiting.setdefault(origin, deque()).append(item)

    def take(self) -> Item:
        """Give what is next; IndexError: there is nothing."""
        with self._lock:
            origin = next(iter(self._waiting), None)
            if origin is None:
                raise IndexError
            items = self._waiting.pop(origin)
            item = items.popleft()
            if items:
                self._waiting[origin] = items  # behind the others
            return item
