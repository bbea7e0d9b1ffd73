"""A thread of its own for what takes long: its results come back to the main thread."""

import logging
import threading
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from typing import TypeVar

from chatapp.models.program.failures import log_failure

log = logging.getLogger(__name__)

Result = TypeVar("Result")


class Worker:
    """Does one thing after the other; the thread begins with the first of them.

    What hangs holds up what comes after it, but neither the window nor the program's
    end.
    """

    def __init__(self, name: str, post: Callable[[Callable[[], None]], None]) -> None:
        """Name the thread; `post` takes callbacks to the main thread."""
        self._name = name
        self._post = post
        self._waiting: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def do(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do this, soon; `then` takes what it gives, on the main thread."""
        self._waiting.put(lambda: self._post(partial(then, work())))
        if self._thread is None:
            self._thread = threading.Thread(
                target=self._run, name=self._name, daemon=True
            )
            self._thread.start()

    def wait_until_done(self, seconds: float) -> None:
        """Wait until all that was to be done is done, but no longer than that."""
        if self._thread is not None:
            done = threading.Event()
            self._waiting.put(done.set)
            done.wait(seconds)

    def _run(self) -> None:
        while True:
            do = self._waiting.get()
            try:
                do()
            except Exception as error:  # noqa: BLE001 - the thread's outer edge
                log_failure(log, f"{self._name} could not do something", error)
