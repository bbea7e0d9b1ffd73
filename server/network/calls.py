"""What other threads ask the reactor to do, in the order in which they ask."""

import threading
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from typing import TypeVar

from server.network.waker import Waker

Call = Callable[[], None]
Item = TypeVar("Item")


class Calls:
    """The only door into the reactor's thread; newcomers wait there for themselves."""

    def __init__(self, waker: Waker | None = None) -> None:
        """Begin with nothing to do; wake the reactor with `waker`, or one's own."""
        self._waker = waker or Waker()
        self._calls: SimpleQueue[Call] = SimpleQueue()
        self._newcomers: SimpleQueue[Call] = SimpleQueue()
        self._lock = threading.Lock()
        self._is_closed = False

    def fileno(self) -> int:
        """Give the number of the socket that is readable when there is a call."""
        return self._waker.fileno()

    @property
    def has_newcomers(self) -> bool:
        """Whether somebody waits to be let in."""
        return not self._newcomers.empty()

    def add(self, call: Call) -> bool:
        """Let the reactor do this soon; any thread may ask. False: it has ended."""
        return self._add(self._calls, call)

    def add_newcomer(self, call: Call) -> bool:
        """Let the reactor let somebody in; as `add`, but nobody waits behind it."""
        return self._add(self._newcomers, call)

    def run(self) -> None:
        """Do what was asked for so far; the newcomers wait."""
        self._waker.clear()
        for call in taken_from(self._calls):
            call()

    def newcomers(self) -> Iterator[Call]:
        """Give what lets somebody in, one after the other, as long as there is one."""
        return taken_from(self._newcomers)

    def close(self) -> None:
        """Take no more calls, and do those that were taken."""
        with self._lock:
            self._is_closed = True
            self._waker.close()
        for queue in (self._calls, self._newcomers):
            for call in taken_from(queue):
                call()

    def _add(self, queue: "SimpleQueue[Call]", call: Call) -> bool:
        with self._lock:
            if self._is_closed:
                return False
            queue.put(call)
            self._waker.wake()
        return True


def taken_from(queue: "SimpleQueue[Item]") -> Iterator[Item]:
    """Take out what is in a queue, one after the other, as long as there is one."""
    try:
        while True:
            yield queue.get_nowait()
    except Empty:
        return
