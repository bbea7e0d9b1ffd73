"""One play of an ordeal: its chance, its folder and its time, and what it may say."""

import random
import time
from collections.abc import Callable
from pathlib import Path


class Loss(AssertionError):
    """Something is lost, doubled, out of order, or not as it was promised."""


class NotPlayed(Exception):
    """An ordeal needs what this computer does not have; the text says what."""


class Play:
    """What an ordeal is given; a seed decides all that is attempted."""

    def __init__(
        self,
        seed: str,
        folder: Path,
        seconds: float,
        say: Callable[[str], None],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin to count the time.

        Args:
            seed: decides everything but the moment in which the system does it.
            folder: for this play alone; it is there, and empty.
            seconds: how long the ordeal may go on.
            say: tells whoever looks on how far it has come.
            now: a clock that never goes back.
        """
        self.random = random.Random(seed)
        self.folder = folder
        self.seconds = seconds
        self._say = say
        self._now = now
        self._end = now() + seconds

    def remaining(self) -> float:
        """How many seconds are left; none, and never fewer, once they are over."""
        return max(0.0, self._end - self._now())

    def say(self, text: str) -> None:
        """Tell whoever looks on how far it has come."""
        self._say(text)

    def demand(self, is_true: object, problem: str) -> None:
        """Let the ordeal end where something does not hold.

        Raises:
            Loss: it does not.
        """
        if not is_true:
            raise Loss(problem)
