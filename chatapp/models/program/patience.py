"""Lets nobody wait long for a disk that hangs: things go on without it."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chatapp.language import gettext as _
from chatapp.models.events import KeepingChanged
from chatapp.models.program.scheduler import Scheduler

if TYPE_CHECKING:
    from chatapp.models.program.scheduler import Timer

HANGS_AFTER = 1.0
"""Seconds without any answer: a disk that sleeps may take as long to wake."""

HANGS = _(
    "What is said cannot be kept on this computer now, because its disk does not"
    " answer. It is kept as soon as the disk answers again."
)


@dataclass(slots=True, eq=False)
class _Wait:
    then: Callable[[], None]


class Patience:
    """Waits for a disk's answers, in order, until it is clear that none will come.

    However much waits: a disk that answers one after the other does not hang.
    """

    def __init__(
        self, scheduler: Scheduler, publish: Callable[[KeepingChanged], None]
    ) -> None:
        self._scheduler = scheduler
        self._publish = publish
        self._waiting: deque[_Wait] = deque()
        self._owed: set[_Wait] = set()
        self._timer: Timer | None = None
        self._has_heard = False
        self._is_over = False
        self._is_going_on = False

    def wait(self, then: Callable[[], None]) -> Callable[[], None]:
        """Do `then` when the result is called, the disk's answer; or without that."""
        wait = _Wait(then)
        self._waiting.append(wait)
        self._watch()
        return lambda: self._answered(wait)

    def go_on(self) -> None:
        """Do at once what waits for a disk that is known to hang.

        What is done may have more to wait for, which comes after it.
        """
        if self._is_going_on:
            return
        self._is_going_on = True
        try:
            while self._is_over and self._waiting:
                wait = self._waiting.popleft()
                self._owed.add(wait)
                wait.then()
        finally:
            self._is_going_on = False

    def _watch(self) -> None:
        """See to it that there is a timer while something waits."""
        if self._timer is None and self._waiting and not self._is_over:
            self._has_heard = False
            self._timer = self._scheduler.call_later(HANGS_AFTER, self._look)
        elif self._timer and not self._waiting:
            self._timer.cancel()
            self._timer = None

    def _look(self) -> None:
        self._timer = None
        if self._has_heard:
            self._watch()
            return
        self._is_over = True
        self._publish(KeepingChanged(HANGS))
        self.go_on()

    def _answered(self, wait: _Wait) -> None:
        self._has_heard = True
        if wait in self._waiting:
            self._waiting.remove(wait)
            self._watch()
            wait.then()
            return
        self._owed.discard(wait)
        if self._is_over and not self._owed:
            self._is_over = False
            self._publish(KeepingChanged())
            self._watch()
