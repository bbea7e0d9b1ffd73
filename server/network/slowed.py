"""Connections that are over their allowance, until they may go on."""

import heapq
import math
from collections.abc import Iterator
from itertools import count

from server.network.connection import Connection


class Slowed:
    """A queue of connections by the time when each may go on."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._queue: list[tuple[float, int, Connection]] = []
        self._order = count()
        self.times = 0

    @property
    def next_due(self) -> float:
        """When the first one may go on; infinity when there is none."""
        return self._queue[0][0] if self._queue else math.inf

    def add(self, connection: Connection, due: float) -> None:
        """Let a connection wait until then."""
        self.times += 1
        heapq.heappush(self._queue, (due, next(self._order), connection))

    def take(self, now: float) -> Iterator[Connection]:
        """Give those who may go on now."""
        while self._queue and self._queue[0][0] <= now:
            yield heapq.heappop(self._queue)[2]
