"""A main loop without Tk: keeps time and watches sockets for clients without one."""

import heapq
import itertools
import selectors
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass

LONGEST_PAUSE = 30.0


@dataclass(slots=True)
class Call:
    """A call that is due later."""

    callback: Callable[[], None]
    is_cancelled: bool = False

    def cancel(self) -> None:
        """Forget the call."""
        self.is_cancelled = True


class MainLoop:
    """Scheduler and file watcher in one, as a window is with its own loop."""

    def __init__(self) -> None:
        self._due: list[tuple[float, int, Call]] = []
        self._count = itertools.count()
        self._selector = selectors.DefaultSelector()
        self._is_over = False

    def call_later(self, seconds: float, callback: Callable[[], None]) -> Call:
        """Call back after so many seconds."""
        call = Call(callback)
        due = time.monotonic() + seconds
        heapq.heappush(self._due, (due, next(self._count), call))
        return call

    def watch(self, readable: socket.socket, callback: Callable[[], None]) -> None:
        """Call back whenever there is something to read."""
        self._selector.register(readable, selectors.EVENT_READ, callback)

    def unwatch(self, readable: socket.socket) -> None:
        """Stop calling back for this socket."""
        self._selector.unregister(readable)

    def run(self) -> None:
        """Do what is to be done until stop() is called, and let go of everything."""
        while not self._is_over:
            self.step()
        self._selector.close()

    def stop(self) -> None:
        """End run(), once what is being done is done."""
        self._is_over = True

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
