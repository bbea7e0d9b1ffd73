"""Has a hosted server start again that ended by itself, and tells how it stands."""

import logging
from collections import deque
from collections.abc import Callable
from enum import Enum, auto

from chatapp.language import gettext as _

log = logging.getLogger(__name__)

MOST_RESTARTS = 3
WITHIN_SECONDS = 60.0
PORT_TAKEN = _(
    "Another program has its port {port} now. Close that one, then start the chat"
    " again."
)


class Standing(Enum):
    """How it stands with a server since it was started."""

    UNDISTURBED = auto()
    RESTARTING = auto()
    RESTARTED = auto()
    ENDS_TOO_OFTEN = auto()
    WAS_STOPPED = auto()
    CANNOT_START = auto()


class Supervision:
    """Starts a server again at once, unless it was stopped or ends time and again."""

    def __init__(self, restart: Callable[[], None], clock: Callable[[], float]) -> None:
        """Build it.

        Args:
            restart: starts the server as it was; restarted() or failed() follows.
            clock: tells the time, in seconds.
        """
        self.standing = Standing.UNDISTURBED
        self.reason = ""
        self._restart = restart
        self._clock = clock
        self._restarts: deque[float] = deque(maxlen=MOST_RESTARTS)
        self._watchers: list[Callable[[], None]] = []

    @property
    def is_content(self) -> bool:
        """Whether it serves, as far as is known here."""
        return self.standing in (Standing.UNDISTURBED, Standing.RESTARTED)

    @property
    def is_given_up(self) -> bool:
        """Whether it does not come back by itself."""
        return not self.is_content and self.standing is not Standing.RESTARTING

    def watch(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Have `callback` hear of each change; what is returned ends that."""
        self._watchers.append(callback)

        def end() -> None:
            if callback in self._watchers:
                self._watchers.remove(callback)

        return end

    def begin(self) -> None:
        """Know nothing of what was before: somebody starts the server, or stops it."""
        self._restarts.clear()
        self._enter(Standing.UNDISTURBED)

    def ended(self, exit_code: int | None) -> None:
        """Take in that it ended, though not by this program.

        Args:
            exit_code: 0 if it was told to; None where that is all that is known, as
                another program has started it, and it was not.
        """
        log.warning("The server has ended; exit code %s", exit_code)
        if exit_code == 0:
            self._enter(Standing.WAS_STOPPED)
        elif self._is_too_often():
            self._enter(Standing.ENDS_TOO_OFTEN)
        else:
            self._restarts.append(self._clock())
            self.start_again()

    def start_again(self) -> None:
        """Start it again, because somebody wants it or by itself."""
        if self.standing is not Standing.RESTARTING:
            self._enter(Standing.RESTARTING)
            self._restart()

    def restarted(self) -> None:
        """Take in that it serves again."""
        self._enter(Standing.RESTARTED)

    def failed(self, reason: str) -> None:
        """Take in why it does not start."""
        self._enter(Standing.CANNOT_START, reason)

    def _is_too_often(self) -> bool:
        """Tell whether as many restarts as there may be were in the last minute."""
        is_full = len(self._restarts) == MOST_RESTARTS
        return is_full and self._clock() - self._restarts[0] < WITHIN_SECONDS

    def _enter(self, standing: Standing, reason: str = "") -> None:
        self.standing, self.reason = standing, reason
        for watcher in list(self._watchers):
            watcher()
