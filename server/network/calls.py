"""What other threads ask the reactor to do, in the order in which they ask."""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

from server.network.waker import Waker

CALLS_A_TURN = 100
"""A thousand newcomers in one turn would all have to be told of each other at once."""

Call = Callable[[], None]


class Calls:
    """The only door into the reactor's thread."""

    def __init__(self, waker: Waker | None = None) -> None:
        """Begin with nothing to do; wake the reactor with `waker`, or one's own."""
        self._waker = waker or Waker()
        self._calls: SimpleQueue[Call] = SimpleQueue()
        self._lock = threading.Lock()
        self._is_closed = False

    def fileno(self) -> int:
        """Give the number of the socket that is readable when there is a call."""
        return self._waker.fileno()

    def add(self, call: Call) -> bool:
        """Let the reactor do this soon; any thread may ask. False: it has ended."""
        with self._lock:
            if self._is_closed:
                return False
            self._calls.put(call)
            self._waker.wake()
        return True

    def run(self) -> None:
        """Do what was asked for so far, a share of it; the rest waits for a turn."""
        self._waker.clear()
        try:
            for _ in range(CALLS_A_TURN):
                self._calls.get_nowait()()
        except Empty:
            return
        self._waker.wake()

    def close(self) -> None:
        """Take no more calls, and do those that were taken."""
        with self._lock:
            self._is_closed = True
            self._waker.close()
        while not self._calls.empty():
            self._calls.get_nowait()()
