"""Decides when to try again after the link was lost."""

import random
from collections.abc import Callable

from chatapp.models.program.scheduler import Scheduler, Timer

PAUSES = (1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
JITTER = 0.25
STABLE_SECONDS = 60.0


class Reconnect:
    """Waits a little longer after each failure; a link that lasts resets that."""

    def __init__(
        self,
        scheduler: Scheduler,
        randomness: random.Random,
        attempt: Callable[[], None],
    ) -> None:
        self._scheduler = scheduler
        self._random = randomness
        self._attempt = attempt
        self._failures = 0
        self._next: Timer | None = None
        self._stable: Timer | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether an attempt is due later."""
        return self._next is not None

    def wait(self) -> float:
        """Try again after a pause; say how many seconds that is."""
        self.stop()
        pause = PAUSES[min(self._failures, len(PAUSES) - 1)]
        # Everybody who lost the same server must not come back in the same moment.
        pause *= self._random.uniform(1 - JITTER, 1 + JITTER)
        self._failures += 1
        self._next = self._scheduler.call_later(pause, self._try)
        return pause

    def retry_now(self) -> None:
        """Do not wait any longer."""
        if self._next is not None:
            self._next.cancel()
            self._try()

    def hurry(self) -> None:
        """Do not wait, and begin with short pauses again: the world is another."""
        self._failures = 0
        self.retry_now()

    def connected(self) -> None:
        """Begin with short pauses again if the link lasts."""
        self.stop()
        self._stable = self._scheduler.call_later(STABLE_SECONDS, self._reset)

    def stop(self) -> None:
        """Do not try again."""
        for timer in (self._next, self._stable):
            if timer is not None:
                timer.cancel()
        self._next = self._stable = None

    def forget(self) -> None:
        """Stop, and begin with short pauses the next time."""
        self.stop()
        self._failures = 0

    def _try(self) -> None:
        self._next = None
        self._attempt()

    def _reset(self) -> None:
        self._stable = None
        self._failures = 0
