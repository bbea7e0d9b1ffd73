"""What the client asks of whoever keeps its time: Tk's loop, or another."""

from collections.abc import Callable
from typing import Protocol


class Timer(Protocol):
    """A call that has not happened yet."""

    def cancel(self) -> None:
        """Forget the call."""


class Scheduler(Protocol):
    """Calls back later, on the main thread."""

    def call_later(self, seconds: float, callback: Callable[[], None]) -> Timer:
        """Call `callback` after so many seconds."""
