"""Tries a sign-in again, with growing pauses, and counts down to the next try."""

import random
from collections.abc import Callable

from chatapp.models.connection.reconnect import Reconnect
from chatapp.models.program.scheduler import Scheduler, Timer


class SignInAgain:
    """Waits a little longer after each failure, until it is told to stop."""

    def __init__(self, scheduler: Scheduler, randomness: random.Random) -> None:
        self.on_try: Callable[[], None] = lambda: None
        self._scheduler = scheduler
        self._reconnect = Reconnect(scheduler, randomness, self._try)
        self._countdown: Timer | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether there is a next try."""
        return self._reconnect.is_waiting

    def wait(self, tell: Callable[[int], None]) -> None:
        """Try again after a pause; `tell` hears each second how many are left."""
        self._stop_counting()
        self._count(self._reconnect.wait(), tell)

    def stop(self) -> None:
        """Do not try again, and begin with short pauses the next time."""
        self._stop_counting()
        self._reconnect.forget()

    def _count(self, seconds: float, tell: Callable[[int], None]) -> None:
        tell(max(1, round(seconds)))
        self._countdown = self._scheduler.call_later(
            1.0, lambda: self._count(seconds - 1.0, tell)
        )

    def _stop_counting(self) -> None:
        if self._countdown is not None:
            self._countdown.cancel()
            self._countdown = None

    def _try(self) -> None:
        self._stop_counting()
        self.on_try()
