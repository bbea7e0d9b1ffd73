"""Lets a turn that follows a large send gather messages, which halves their cost."""

import time
from collections.abc import Callable

LARGE_SEND_SECONDS = 0.0005
SHARE_OF_THE_SEND = 0.3
MOST_SECONDS = 0.002


class Company:
    """Decides whether a turn waits a little, so that nobody notices."""

    def __init__(self, sleep: Callable[[float], None] = time.sleep) -> None:
        """Wait with `sleep`."""
        self._sleep = sleep

    def wait(self, send_seconds: float, events: int) -> None:
        """Wait for more messages, if there was much to send and others are at work.

        Args:
            send_seconds: how long sending to a large room took in this turn.
            events: how many connections had something to say in it.
        """
        if send_seconds > LARGE_SEND_SECONDS and events > 1:
            self._sleep(min(MOST_SECONDS, send_seconds * SHARE_OF_THE_SEND))
