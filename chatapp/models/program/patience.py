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
"""Seconds: a disk that sleeps may take as long to wake."""

HANGS = _(
    "What is said cannot be kept on this computer now, because its disk does not"
    " answer. It is kept as soon as the disk answers again."
)


@dataclass(slots=True, eq=False)
class _Wait:
    then: Callable[[], None]
    timer: "Timer | None" = None


class Patience:
    """Waits for a disk's answers, in order, until it is clear that none will come."""

    def __init__(
        self, scheduler: Scheduler, publish: Callable[[KeepingChanged], None]
    ) -> None:
        self._scheduler = scheduler
        self._publish = publish
        self._waiting: deque[_Wait] = deque()
        self._owed: set[_Wait] = set()
        self._is_over = False

    def wait(self, then: Callable[[], None]) -> Callable[[], None]:
        """Do `then` when the result is called, the disk's answer; or without that."""
        wait = _Wait(then)
        self._waiting.append(wait)
        if not self._is_over:
            wait.timer = self._scheduler.call_later(HANGS_AFTER, self._give_up)
        return lambda: self._answered(wait)

    def go_on(self) -> None:
        """Do at once what waits for a disk that is known to hang."""
        while self._is_over and self._waiting:
            wait = self._waiting.popleft()
            self._owed.add(wait)
            self._do(wait)

    def _give_up(self) -> None:
        self._is_over = True
        self._publish(KeepingChanged(HANGS))
        self.go_on()

    def _answered(self, wait: _Wait) -> None:
        if wait in self._waiting:
            self._waiting.remove(wait)
            self._do(wait)
            return
        self._owed.discard(wait)
        if self._is_over and not self._owed:
            self._is_over = False
            self._publish(KeepingChanged())

    def _do(self, wait: _Wait) -> None:
        if wait.timer:
            wait.timer.cancel()
        wait.then()
