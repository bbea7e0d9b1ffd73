"""What a thread would do, done on demand."""

from collections.abc import Callable
from typing import Any


class Later:
    """Does on demand what a thread would do."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []

    def do(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Take work, as a worker does."""
        self.waiting.append((work, then))

    def run(self) -> None:
        """Do the first that waits."""
        work, then = self.waiting.pop(0)
        then(work())
