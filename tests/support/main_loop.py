"""A main loop without Tk, whose time may pass faster than the world's."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from chatapp.models.program import main_loop

LONGEST_PAUSE = 0.05


class MainLoop(main_loop.MainLoop):
    """Scheduler, clock and file watcher in one, for clients without a window."""

    def __init__(self, speed: float = 1.0) -> None:
        """Begin.

        Args:
            speed: how many seconds pass for the clients in one second of the world.
        """
        super().__init__()
        self._speed = speed
        self._began = time.monotonic()
        self._epoch = datetime.now(UTC)

    def now(self) -> datetime:
        """Give the clients' time."""
        passed = (time.monotonic() - self._began) * self._speed
        return self._epoch + timedelta(seconds=passed)

    def call_later(
        self, seconds: float, callback: Callable[[], None]
    ) -> main_loop.Call:
        """Call back after so many of the clients' seconds."""
        return super().call_later(seconds / self._speed, callback)

    def close(self) -> None:
        """Let go of what the system lent."""
        self._selector.close()

    def run_until(self, holds: Callable[[], bool], seconds: float) -> bool:
        """Run until the condition holds or so many of the world's seconds passed."""
        deadline = time.monotonic() + seconds
        while not (held := holds()) and time.monotonic() < deadline:
            self.step()
        return held

    def step(self, longest: float = LONGEST_PAUSE) -> None:
        """Wait a moment until something is to be done, and do it."""
        super().step(longest)
