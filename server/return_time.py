"""The time after a server's start in which it awaits who was in a channel before."""

import threading
from collections.abc import Callable

RETURN_SECONDS = 600


class ReturnTime(threading.Timer):
    """Ends once, on a thread of its own, unless it is cancelled."""

    def __init__(self, on_end: Callable[[], None]) -> None:
        super().__init__(RETURN_SECONDS, on_end)
        self.name = "return-time"
        self.daemon = True
