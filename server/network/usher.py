"""Has those let in who need no waiting for, on the thread that serves them.

Two threads that work at once hand the interpreter's lock to each other at each call of
the system, and that costs more than to let somebody in. So one of them waits meanwhile.
"""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import TypeVar

from server.network.calls import Call

SECONDS_BETWEEN_LOOKS = 0.2

Told = TypeVar("Told")


class Usher:
    """Lets the reactor do the quick part of a door's work."""

    def __init__(self, ask: Callable[[Call], bool]) -> None:
        """Ask the reactor so, on any thread; False: it has ended."""
        self._ask = ask

    def run(self, work: Callable[[], Told], is_over: Callable[[], bool]) -> Told | None:
        """Have this done, and wait for it; None: all is over.

        Args:
            work: is done on the reactor's thread, and does not wait for anything.
            is_over: tells, now and then, whether to wait no longer.
        """
        answers: SimpleQueue[Told | None] = SimpleQueue()

        def answer() -> None:
            told = None
            try:
                told = work()
            finally:
                answers.put(told)

        if not self._ask(answer):
            return None
        while not is_over():
            try:
                return answers.get(timeout=SECONDS_BETWEEN_LOOKS)
            except Empty:
                continue
        return None
