"""Closes the program when Ctrl+C or the system asks it to."""

import signal
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from chatapp.models.program.mailbox import Mailbox

if TYPE_CHECKING:
    from types import FrameType

EXIT_OK = 0
EXIT_INTERRUPTED = 130
SECONDS_OF_ONE_WISH = 0.5
"""What ends a program may send two signals at once, as timeout does: it asks once."""


class Ending:
    """Calls `close`, without a question; who asks twice does not wait for it."""

    def __init__(
        self,
        mailbox: Mailbox,
        close: Callable[[], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.exit_code = EXIT_OK
        self._mailbox = mailbox
        self._close = close
        self._clock = clock
        self._asked_at: float | None = None

    def listen_to_signals(self) -> None:
        """Take the signals over; for the main thread.

        SIGBREAK, which only Windows has, comes with Ctrl+Break, from a program that
        ends others, and with a console that is closed.
        """
        for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._asked)
        self._mailbox.ring_at_signals()

    def _asked(self, number: int, _frame: "FrameType | None") -> None:
        if self._asked_at is None:
            self._asked_at = self._clock()
            if number == signal.SIGINT:
                self.exit_code = EXIT_INTERRUPTED
            self._mailbox.post(self._close)
        elif self._clock() - self._asked_at >= SECONDS_OF_ONE_WISH:
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)
