"""A main loop without Tk, whose time may pass faster than the world's."""

import heapq
import itertools
import selectors
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

LONGEST_PAUSE = 0.05


@dataclass(slots=True)
class Call:
    """A call that is due later."""

    callback: Callable[[], None]
    is_cancelled: bool = False

    def cancel(self) -> None:
        """Forget the call."""
        self.is_cancelled = True


class MainLoop:
    """Scheduler, clock and file watcher in one, for clients without a window."""

    def __init__(self, speed: float = 1.0) -> None:
        """Begin.

        Args:
            speed: how many seconds pass for the clients in one second of the world.
        """
        self._speed = speed
        self._began = time.monotonic()
        self._epoch = datetime.now(UTC)
        self._due: list[tuple[float, int, Call]] = []
        self._count = itertools.count()
        self._selector = selectors.DefaultSelector()

    def now(self) -> datetime:
        """Give the clients' time."""
        passed = (time.monotonic() - self._began) * self._speed
        return self._epoch + timedelta(seconds=passed)

    def call_later(self, seconds: float, callback: Callable[[], None]) -> Call:
        """Call back after so many of the clients' seconds."""
        call = Call(callback)
        due = time.monotonic() + seconds / self._speed
        heapq.heappush(self._due, (due, next(self._count), call))
        return call

    def watch(self, readable: socket.socket, callback: Callable[[], None]) -> None:
        """Call back whenever there is something to read."""
        self._selector.register(readable, selectors.EVENT_READ, callback)

    def unwatch(self, readable: socket.socket) -> None:
        """Stop calling back for this socket."""
        self._selector.unregister(readable)

    def close(self) -> None:
        """Let go of what the system lent."""
        self._selector.close()

    def run_until(self, holds: Callable[[], bool], seconds: float) -> bool:
        """Run until the condition holds or so many of the world's seconds passed."""
        deadline = time.monotonic() + seconds
        while not (held := holds()) and time.monotonic() < deadline:
            self.step()
        return held

    def step(self, longest: float = LONGEST_PAUSE) -> None:
        """Wait until something is to be done, and do it."""
        pause = longest
        if self._due:
            pause = min(pause, max(0.0, self._due[0][0] - time.monotonic()))
        for key, _ in self._selector.select(pause):
            key.data()
        while self._due and self._due[0][0] <= time.monotonic():
            call = heapq.heappop(self._due)[2]
            if not call.is_cancelled:
                call.callback()
