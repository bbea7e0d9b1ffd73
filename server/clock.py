"""The one clock of the server: what time it is, never running backwards."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache

from chatapp.wire.timestamps import render_time


class Clock:
    """Reads the operating system's clocks; tests give their own."""

    def __init__(
        self,
        wall: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Read `wall` in seconds since 1970, `monotonic` in seconds since anything."""
        self._wall = wall
        self.monotonic = monotonic
        self._latest = 0

    def begin_after(self, milliseconds: int) -> None:
        """Tell no time before this one: it was told before a restart."""
        self._latest = max(self._latest, milliseconds)

    def milliseconds(self) -> int:
        """Milliseconds since 1970, at least as late as what was told before."""
        now = int(self._wall() * 1000)
        if now > self._latest:
            self._latest = now
        return self._latest

    def seconds_for_any_thread(self) -> int:
        """Whole seconds since 1970, as the system tells them at this moment."""
        return int(self._wall())

    def seconds(self) -> int:
        """Whole seconds since 1970, at least as late as what was told before."""
        return self.milliseconds() // 1000


def render_for_people(seconds: int) -> str:
    """Give a moment, in seconds since 1970, as people read it."""
    return f"{datetime.fromtimestamp(seconds, UTC):%A, %d %B %Y, %H:%M:%S} UTC"


@lru_cache(maxsize=256)
def stamp_of(milliseconds: int) -> str:
    """Give a moment as the `time` tag writes it; a busy moment has many messages."""
    return render_time(milliseconds)
