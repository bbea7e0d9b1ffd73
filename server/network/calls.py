"""What other threads ask the reactor to do, in the order in which they ask."""

from collections.abc import Callable
from queue import Empty, SimpleQueue

from server.network.waker import Waker

Call = Callable[[], None]


class Calls:
    """The only door into the reactor's thread."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._waker = Waker()
        self._calls: SimpleQueue[Call] = SimpleQueue()

    def fileno(self) -> int:
        """Give the number of the socket that is readable when there is a call."""
        return self._waker.fileno()

    def add(self, call: Call) -> None:
        """Let the reactor do this soon; any thread may ask."""
        self._calls.put(call)
        self._waker.wake()

    def run(self) -> None:
        """Do what was asked for so far."""
        self._waker.clear()
        try:
            while True:
                self._calls.get_nowait()()
        except Empty:
            return

    def close(self) -> None:
        """Take no more calls."""
        self._waker.close()
