"""What the recorder's thread does between turns: it prunes, indexes and erases."""

import time
from collections.abc import Callable
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
        word_index: Following,
        erasing: Following,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Look after these three."""
        self._pruning = pruning
        self._word_index = word_index
        self._erasing = erasing
        self._monotonic = monotonic
        self._prune_at = self._index_at = self._erase_at = 0.0

    def forget(self, target: str, before: int) -> None:
        """Delete, when there is time, what was said to a target before a number."""
        self._pruning.forget(target, before)
        self._prune_at = 0.0

    def recorded(self) -> float:
        """Know that there is more to index, and give the seconds until it is due.

        What was deleted is to be erased, too.
        """
        now = self._monotonic()
        self._index_at = _soon(self._word_index, self._index_at, now)
        self._erase_at = _soon(self._erasing, self._erase_at, now)
        return max(0.0, min(self._index_at, self._erase_at) - now)

    def work(self) -> float:
        """Do what is due, and give the seconds after which to go on."""
        if self._monotonic() >= self._prune_at:
            pause = self._pruning.work()
            self._prune_at = self._monotonic() + pause
        if self._monotonic() >= self._index_at:
            pause = self._word_index.work()
            self._index_at = self._monotonic() + pause
        if self._monotonic() >= self._erase_at:
            pause = self._erasing.work()
            self._erase_at = self._monotonic() + pause
        due = min(self._prune_at, self._index_at, self._erase_at)
        return max(0.0, due - self._monotonic())


def _soon(chore: Following, due: float, now: float) -> float:
    """Give when to go on with a chore for which there may be something to do."""
    is_idle = due > now + LONGEST_PAUSE and not chore.has_failed
    return now + SOON if is_idle else due
