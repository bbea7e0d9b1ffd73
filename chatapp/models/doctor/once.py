"""Does something once for several threads: whoever asks first does it."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

from chatapp.models.connection.dialling import CouldNotConnect

Found = TypeVar("Found")


class Once(Generic[Found]):
    """Called, it gives what was found, or raises again why nothing was."""

    def __init__(self, find: Callable[[], Found]) -> None:
        """Find it by this; it raises CouldNotConnect at most."""
        self._find = find
        self._lock = threading.Lock()
        self._outcome: Future[Found] = Future()

    def __call__(self) -> Found:
        """Give it, or raise CouldNotConnect, each time the same."""
        with self._lock:
            if not self._outcome.done():
                try:
                    self._outcome.set_result(self._find())
                except CouldNotConnect as error:
                    self._outcome.set_exception(error)
        return self._outcome.result()

    @property
    def is_there(self) -> bool:
        """Whether it is found."""
        try:
            self()
        except CouldNotConnect:
            return False
        return True
