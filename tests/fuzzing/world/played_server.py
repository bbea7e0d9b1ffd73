"""The server on one thread and without sockets; its clients' lines go in, and out."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import EBADF
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import server.app as app
from chatapp.wire.message import Message
from server.clock import Clock
from server.network.calls import Calls
from server.network.newcomer import Newcomer
from server.return_time import RETURN_SECONDS
from server.settings.operator_settings import OperatorSettings
from server.storage.schema import open_for_writing
from tests.server.running import settings_for_tests
from tests.server.simulation.disk import (
    Disk,
    DiskConnection,
    SteppedRecorder,
    SteppedWorkers,
)
from tests.server.simulation.edges import SimulatedSelector, SimulatedWaker
from tests.server.simulation.parts import (
    NumberedSession,
    SimulatedServer,
    SteppedReactor,
)
from tests.server.simulation.time_line import TimeLine, Timer

MOST_TURNS = 2000
OPERATOR = OperatorSettings("boss", "bosspass")
SETTLED_SECONDS = 0.05
_numbers = count(100)


class End:
    """What the server holds of a connection: a socket as non-blocking ones are."""

    def __init__(self) -> None:
        self._number = next(_numbers)
        self.inbox = bytearray()
        self.outbox = bytearray()
        self.is_closed = False
        self.has_left = False
        self.is_writable = True

    def fileno(self) -> int:
        return -1 if self.is_closed else self._number

    def setblocking(self, flag: bool) -> None:
        assert not flag

    def recv(self, most: int) -> bytes:
        if not self.inbox and not self.has_left:
            raise BlockingIOError
        data = bytes(self.inbox[:most])
        del self.inbox[:most]
        return data

    def send(self, data: bytes) -> int:
        if self.is_closed:  # what was said before it closed is offered to it, too
            raise OSError(EBADF, "closed")
        self.outbox += data
        return len(data)

    def shutdown(self, _how: int) -> None:
        """Say nothing more."""

    def setsockopt(self, *_values: object) -> None:
        """Be closed without waiting."""

    def close(self) -> None:
        self.is_closed = True

    @property
    def is_readable(self) -> bool:
        return bool(self.inbox) or self.has_left


class PlayedServer:
    """A server, taken from turn to turn until it has nothing more to do."""

    def __init__(self, folder: Path, **sections: Any) -> None:
        self.time = TimeLine()
        self.disk = Disk(Random(1))
        self.disk.slowest = 0.0
        self._wait_for: Any = None
        accounts = {"scram_iterations": 4096, "max_login_attempts": 1000}
        sections = {"accounts": accounts, **sections}
        settings = settings_for_tests(
            storage={"durability": "process"}, operators=(OPERATOR,), **sections
        )
        with self._played_parts():
            clock = Clock(self.time.wall, self.time.monotonic)
            self.server = SimulatedServer(settings, folder / "history.db", clock)
        self.server.start()

    @property
    def world(self) -> Any:
        """What the server knows."""
        return self.server._services.world

    def connect(self, address: str = "192.0.2.1") -> End:
        """Let somebody connect who has said nothing yet."""
        end = End()
        self.server._reactor.adopt(Newcomer(end, address, b""))  # type: ignore[arg-type]
        self.settle()
        return end

    def settle(self) -> None:
        """Let the server do all that it has to do."""
        reactor, turns = self.server._reactor, 0
        with patch("server.dispatch.Session", NumberedSession):
            while True:
                self._is_idle = False
                reactor._turn()
                turns += 1
                assert turns < MOST_TURNS, "It goes round and does nothing."
                if (
                    self._is_idle
                    and reactor.turns.is_empty
                    and not reactor._serving.steps
                ):
                    break

    def pass_by(self, seconds: float) -> None:
        """Let time pass, with what falls due in it."""
        self.time.now += seconds
        self.settle()

    def close(self) -> None:
        """End the server."""
        self.server.stop("")

    @contextmanager
    def _played_parts(self) -> Iterator[None]:
        waker = SimulatedWaker(lambda: None)
        kinds: dict[str, Any] = {
            "Recorder": SteppedRecorder,
            "Workers": SteppedWorkers,
            "Reactor": partial(
                SteppedReactor,
                new_selector=partial(SimulatedSelector, self._wait, _end_of),
            ),
            "Calls": partial(Calls, waker),
            "open_for_writing": self._open_for_writing,
            "ReturnTime": partial(Timer, self.time, RETURN_SECONDS),
        }
        SteppedRecorder.time = SteppedWorkers.time = self.time
        SteppedRecorder.disk = SteppedWorkers.disk = self.disk
        SteppedRecorder.random = SteppedWorkers.random = Random(1)
        with patch.multiple(app, **kinds):
            yield

    def _open_for_writing(self, path: Path, durability: str) -> Any:
        return DiskConnection(open_for_writing(path, durability), self.disk)

    def _wait(self, selector: SimulatedSelector, _timeout: float | None) -> None:
        """Let what is due at once happen; never wait for what comes later."""
        deadline = self.time.now + SETTLED_SECONDS
        while next(selector.ready(), None) is None:
            if not self._happen_next(deadline):
                self._is_idle = True
                return

    def _happen_next(self, deadline: float) -> bool:
        coming = self.time._coming
        return (
            bool(coming)
            and coming[0][0] <= deadline
            and self.time.happen_next(deadline)
        )


def _end_of(watched: Any) -> Any:
    return watched._waker if isinstance(watched, Calls) else watched._socket


def messages_in(data: bytes) -> list[Message]:
    """Read whole lines."""
    return [Message.parse(line.decode()) for line in data.split(b"\r\n") if line]
