"""Notices that the computer slept, or that its way to the server is another one."""

import logging
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from chatapp.models.connection.dialling import Address
from chatapp.models.program.scheduler import Scheduler, Timer

log = logging.getLogger(__name__)

LOOK_EVERY = 0.75
"""Most of what an idle window does: no more often than being back in time needs."""
LATE_SECONDS = 6.0

ANYWHERE: Address = (socket.AddressFamily.AF_INET, ("192.0.2.1", 9))
"""Stands for a server whose address is not known: the way there is the way out.

Nothing is sent there, and it is nobody's (RFC 5737).
"""


def local_address_towards(server: Address) -> str | None:
    """Give the address from which this computer reaches a server; None: no way.

    A datagram socket that is connected asks the system for the way and sends
    nothing. The server's address is a number, so nothing is looked up, and the call
    never waits.
    """
    family, address = server
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asking:
            asking.setblocking(False)
            asking.connect(address)
            return str(asking.getsockname()[0])
    except OSError:
        return None


@dataclass(frozen=True, slots=True)
class Senses:
    """What the surroundings are noticed with."""

    monotonic: Callable[[], float] = time.monotonic
    local_address: Callable[[Address], str | None] = local_address_towards


class Surroundings:
    """Looks every moment, and tells when a link may have died unnoticed."""

    def __init__(
        self,
        scheduler: Scheduler,
        clock: Callable[[], datetime],
        senses: Senses,
        on_change: Callable[[bool], None],
    ) -> None:
        """Tell by `on_change` whether there is a way to the server now."""
        self._scheduler = scheduler
        self._clock = clock
        self._senses = senses
        self._on_change = on_change
        self._server: Address | None = None
        self._way: str | None = None
        self._timer: Timer | None = None
        self._looked_at = (clock(), senses.monotonic())

    def watch(self, server: Address | None) -> None:
        """Look at the way to this server from now on; None: only for sleep."""
        self.stop()
        self._server = server
        self._way = self._find_way()
        self._wait()

    def stop(self) -> None:
        """Look no more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _wait(self) -> None:
        self._looked_at = (self._clock(), self._senses.monotonic())
        self._timer = self._scheduler.call_later(LOOK_EVERY, self._look)

    def _look(self) -> None:
        slept = self._passed() > LOOK_EVERY + LATE_SECONDS
        way_before, self._way = self._way, self._find_way()
        self._wait()
        if slept or self._way != way_before:
            log.info("Slept: %s; the way changed: %s", slept, self._way != way_before)
            self._on_change(self._server is None or self._way is not None)

    def _passed(self) -> float:
        """Give the seconds since the last look, those of sleep included.

        On Linux and macOS the monotonic clock rests with the computer, and only the
        wall clock tells; on Windows it goes on, whatever becomes of the wall clock.
        """
        wall, monotonic = self._looked_at
        by_wall = (self._clock() - wall).total_seconds()
        return max(by_wall, self._senses.monotonic() - monotonic)

    def _find_way(self) -> str | None:
        return self._senses.local_address(self._server) if self._server else None
