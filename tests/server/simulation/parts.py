"""The server's parts as the simulation has them: each works when it is let."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from typing import Any

from server.app import Server
from server.dispatch import Dispatcher
from server.network.reactor import Reactor
from server.world.session import Session
from tests.server.simulation.visit import ROOMS, Wrong


class SteppedReactor(Reactor):
    """The reactor, without its thread."""

    def start(self) -> None:
        """Wait for `serve`."""

    def serve(self) -> None:
        """Serve until it shall end."""
        self._run()

    def stop(self, reason: str, seconds: float) -> None:
        """Be at the end already."""

    def begin_to_end(self) -> None:
        """End soon."""
        self._calls.add(partial(self._begin_to_end, "The simulation ends."))


class CountingDispatcher(Dispatcher):
    """The dispatcher, which tells that there was something to do."""

    note: Callable[[], None]

    def line(self, session: Any, line: Any) -> Any:
        """Do what one line asks for."""
        self.note()
        return super().line(session, line)


class NumberedSession(Session):
    """A session whose place in a set is the same each time a seed is played."""

    __slots__ = ("_number",)
    numbers = count()

    def __init__(self, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        self._number = next(self.numbers)

    def __hash__(self) -> int:
        return self._number


class SimulatedServer(Server):
    """The server as `app` builds it, with no door: the stage lets people in."""

    def _bind(self) -> list[Any]:
        return []


class NoErrors(logging.Handler):
    """Takes every error that the server logs, and rows that clash, for a fault."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno < logging.ERROR and "constraint" not in record.getMessage():
            return
        raise Wrong(record.getMessage()) from (record.exc_info or (None, None))[1]


@contextmanager
def no_errors() -> Iterator[None]:
    """Take what the server logs for faults, until the block is left."""
    log = logging.getLogger("server")
    handler = NoErrors()
    log.addHandler(handler)
    propagates, log.propagate = log.propagate, False
    try:
        yield
    finally:
        log.propagate = propagates
        log.removeHandler(handler)


def is_anybody_on(server: Server) -> bool:
    """Tell whether the server has a connection."""
    return server._limits.connections > 0


def what_is_left_in(server: Server) -> dict[str, object]:
    """Give what a server with nobody on it still holds."""
    reactor, limits = server._reactor, server._limits
    world = reactor._dispatcher._services.world
    held = {
        "watched": list(reactor._selector.get_map())[1:],
        "sessions": world.sessions,
        "users": world.users,
        "channels": [
            key
            for key, channel in world.channels.items()
            if key not in ROOMS and channel.founder is None
        ],
        "members": [each for key in ROOMS for each in world.channels[key].members],
        "turns": reactor.turns.waiting_steps or not reactor.turns.is_empty,
        "steps": reactor._serving.steps,
        "ready": reactor._serving.ready,
        "lost": reactor.turnstile._lost,
        "slowed": reactor.slowed._queue,
        "connections": limits.connections,
        "standing": limits.at_door,
        "at door": limits._at_door_by_origin,
        "unknown": limits._unknown_by_origin,
    }
    return {name: value for name, value in held.items() if value}
