"""What the recorder's thread does between turns: it prunes, indexes and erases."""

import time
from collections.abc import Callable, Iterable
from typing import Protocol

LONGEST_PAUSE = 5.0
"""An index that is due later than that has nothing to do."""

SOON = 0.2
"""So many seconds after something was said, it may be added to the index."""


class Chore(Protocol):
    """Work that is done a little at a time."""

    def work(self) -> float:
        """Do a little, and give the seconds after which to go on."""


class Forgetting(Chore, Protocol):
    """The chore that deletes; see server.storage.pruning."""

    def forget(self, target: str, before: int) -> None:
        """Delete, when there is time, what was said to a target before a number."""


class Following(Chore, Protocol):
    """A chore for which there is more to do when something was recorded."""

    has_failed: bool
    """Whether it could not work the last time: then its pause is not cut short."""


class Upkeep:
    """Does each chore when it is due."""

    def __init__(
        self,
        pruning: Forgetting,
        following: Iterable[Following],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Look after these.

        Args:
            pruning: deletes; it is done first.
            following: those that have more to do when something was recorded.
            monotonic: the clock.
        """
        self._pruning = pruning
        self._following = tuple(following)
        self._monotonic = monotonic
        chores: tuple[Chore, ...] = (pruning, *self._following)
        self._due = dict.fromkeys(chores, 0.0)

    def forget(self, target: str, before: int) -> None:
        """Delete, when there is time, what was said to a target before a number."""
        self._pruning.forget(target, before)
        self._due[self._pruning] = 0.0

    def recorded(self) -> float:
        """Know that there is more to do, and give the seconds until that is due."""
        now = self._monotonic()
        for chore in self._following:
            self._due[chore] = _soon(chore, self._due[chore], now)
        return max(0.0, min(self._due[chore] for chore in self._following) - now)

    def work(self) -> float:
        """Do what is due, and give the seconds after which to go on."""
        for chore, due in self._due.items():
            if self._monotonic() >= due:
                pause = chore.work()
                self._due[chore] = self._monotonic() + pause
        return max(0.0, min(self._due.values()) - self._monotonic())


def _soon(chore: Following, due: float, now: float) -> float:
    """Give when to go on with a chore for which there may be something to do."""
    is_idle = due > now + LONGEST_PAUSE and not chore.has_failed
    return now + SOON if is_idle else due
