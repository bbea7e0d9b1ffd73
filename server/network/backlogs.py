"""Bounds what waits for all slow readers together: each has a bound of his own."""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from server.world.session import Session

TOO_SLOW = "Too much was waiting for a slow reader."
SPARED = 16
"""Such a part of the bound is free once it was reached: the next look has time."""


class SlowReader(Protocol):
    """A client for which something waits, perhaps."""

    @property
    def backlog_bytes(self) -> int:
        """How much waits for it."""

    def give_up(self, reason: str) -> None:
        """Send nothing more, and keep nothing; call `Backlogs.has_less`."""


class Backlogs:
    """Counts what waits for all, and gives up some as soon as that is too much.

    `behind` are those to whom nothing may be sent past what waits for them, or who
    are lost. Only the reactor's thread uses it.
    """

    def __init__(
        self, everybody: Callable[[], Iterable[SlowReader]], most_bytes: int
    ) -> None:
        """Let so many bytes wait for all of these together."""
        self._everybody = everybody
        self.behind: set[Session] = set()
        self._waiting = 0
        self.most_bytes = most_bytes

    def has_more(self, size: int) -> None:
        """Know that so many bytes more wait for somebody."""
        self._waiting += size
        if self._waiting > self.most_bytes:
            self._bound()

    def has_less(self, size: int) -> None:
        """Know that so many bytes were sent, or will never be."""
        self._waiting -= size

    def _bound(self) -> None:
        """Give up those for whom most is waiting, until there is room again."""
        slow = [each for each in self._everybody() if each.backlog_bytes]
        slow.sort(key=attrgetter("backlog_bytes"), reverse=True)
        enough = self.most_bytes - self.most_bytes // SPARED
        for each in slow:
            if self._waiting <= enough:
                return
            each.give_up(TOO_SLOW)
