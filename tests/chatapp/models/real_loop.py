"""A main loop for tests, with real sockets and real time and without Tk."""

import heapq
import itertools
import select
import socket
import time
from collections.abc import Callable

from tests.chatapp.models.fakes import FakeTimer

LONGEST_SECONDS = 30.0


class RealLoop:
    """Scheduler and file watcher in one, run by the test until something holds."""

    def __init__(self) -> None:
        self._due: list[tuple[float, int, FakeTimer]] = []
        self._count = itertools.count()
        self._watched: dict[socket.socket, Callable[[], None]] = {}

    def call_later(self, seconds: float, callback: Callable[[], None]) -> FakeTimer:
        timer = FakeTimer(callback)
        due = time.monotonic() + seconds
        heapq.heappush(self._due, (due, next(self._count), timer))
        return timer

    def watch(self, readable: socket.socket, callback: Callable[[], None]) -> None:
        self._watched[readable] = callback

    def unwatch(self, readable: socket.socket) -> None:
        del self._watched[readable]

    def run_until(self, holds: Callable[[], bool]) -> None:
        """Run until the condition holds; fail if that takes too long."""
        deadline = time.monotonic() + LONGEST_SECONDS
        while not holds():
            assert time.monotonic() < deadline, "it did not happen in time"
            self._step()

    def _step(self) -> None:
        pause = 0.05
        if self._due:
            pause = min(pause, max(0.0, self._due[0][0] - time.monotonic()))
        ready, _, _ = select.select(list(self._watched), [], [], pause)
        for readable in ready:
            self._watched[readable]()
        while self._due and self._due[0][0] <= time.monotonic():
            timer = heapq.heappop(self._due)[2]
            if not timer.cancelled:
                timer.callback()
