"""Threads for the connections at the door: started on demand, ended when idle."""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

IDLE_SECONDS = 5.0

Work = Callable[[], None]


class DoorThreads:
    """Runs each piece of work on a thread of its own; the callers bound their number.

    A thread each would cost more than twice as much for connections that come fast.
    """

    def __init__(self, name: str = "door") -> None:
        """Start nothing yet; the threads will be called so."""
        self._name = name
        self._work: SimpleQueue[Work] = SimpleQueue()
        self._lock = threading.Lock()
        self._idle = 0

    def run(self, work: Work) -> None:
        """Run this on a thread that is idle, or on a new one.

        Raises:
            RuntimeError: the system gives no thread; nothing is left to be run.
        """
        with self._lock:
            needs_thread = self._idle == 0
            if not needs_thread:
                self._idle -= 1
        if needs_thread:
            # The work is not queued: without this thread it would be another's.
            threading.Thread(
                target=self._serve, args=(work,), name=self._name, daemon=True
            ).start()
        else:
            self._work.put(work)

    def _serve(self, work: Work) -> None:
        work()
        with self._lock:
            self._idle += 1
        while True:
            try:
                work = self._work.get(timeout=IDLE_SECONDS)
            except Empty:
                if self._may_end():
                    return
                continue
            work()
            with self._lock:
                self._idle += 1

    def _may_end(self) -> bool:
        """Tell whether no work has been promised to this thread."""
        with self._lock:
            if self._idle == 0:
                return False
            self._idle -= 1
            return True
