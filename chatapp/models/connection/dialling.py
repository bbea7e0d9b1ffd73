"""Finds a server's addresses and tries them in turn until one answers."""

import errno
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from chatapp.models.events import Problem
from chatapp.wire.this_computer import is_here

_KEEP_ALIVE = {"TCP_KEEPIDLE": 20, "TCP_KEEPINTVL": 5, "TCP_KEEPCNT": 3}
_NO_WAY = frozenset(
    (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)
)
_MOST_TELLING = (
    Problem.NO_ANSWER,
    Problem.TIMED_OUT,
    Problem.UNREACHABLE,
    Problem.UNKNOWN_HOST,
)

SocketAddress = tuple[str, int] | tuple[str, int, int, int]
Address = tuple[socket.AddressFamily, SocketAddress]


class Flag(Protocol):
    """Something that may be set while one works, such as threading.Event."""

    def is_set(self) -> bool:
        """Tell whether it was set."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """How long to try, in seconds: one address, and all of them together."""

    each: float = 5.0
    overall: float = 20.0


class CouldNotConnect(Exception):
    """No address of the server could be reached."""

    def __init__(self, problem: Problem, detail: str = "") -> None:
        super().__init__(problem.name)
        self.problem = problem
        self.detail = detail


def is_loopback(server: Address | None) -> bool:
    """Tell whether a server is on this very computer."""
    if server is None:
        return False
    return is_here(server[1][0])


def find_addresses(host: str, port: int) -> list[Address]:
    """Look a server up; this may take as long as the system's resolver likes.

    Raises:
        CouldNotConnect: nobody knows the host.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise CouldNotConnect(Problem.UNKNOWN_HOST, str(error)) from error
    # Duplicates come from hosts files that name an address twice.
    addresses = {(family, address): None for family, _, _, _, address in found}
    return list(addresses)  # type: ignore[arg-type] # typeshed allows other families


def dial(
    addresses: Sequence[Address],
    timeouts: Timeouts,
    clock: Callable[[], float],
    given_up: Flag,
) -> tuple[socket.socket, Address]:
    """Return a connected, blocking socket, and to which of the addresses.

    Raises:
        CouldNotConnect: with what tells most among the failures of all addresses.
    """
    failures: list[CouldNotConnect] = []
    deadline = clock() + timeouts.overall
    for family, address in addresses:
        left = deadline - clock()
        if left <= 0 or given_up.is_set():
            break
        try:
            return _connect(family, address, min(timeouts.each, left))
        except OSError as error:
            failures.append(_explain(error))
    if not failures:
        raise CouldNotConnect(Problem.TIMED_OUT)
    raise min(failures, key=lambda failure: _MOST_TELLING.index(failure.problem))


def _connect(
    family: socket.AddressFamily,
    address: SocketAddress,
    seconds: float,
) -> tuple[socket.socket, Address]:
    """Connect, and tell to where: 0.0.0.0, say, stands for this computer."""
    connected = socket.socket(family, socket.SOCK_STREAM)
    try:
        connected.settimeout(seconds)
        connected.connect(address)
        # With nobody listening on a high port of this machine, TCP can pick that
        # very port for this end and connect the socket to itself.
        reached = connected.getpeername()  # which fails if it has been reset already
        if connected.getsockname() == reached:
            raise ConnectionRefusedError(errno.ECONNREFUSED, "connected to itself")
        connected.settimeout(None)
        _tune(connected)
    except BaseException:
        connected.close()
        raise
    return connected, (family, reached)


def _tune(connected: socket.socket) -> None:
    """Ask for what helps; a system that refuses one of them still connects."""
    options = [(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)]
    options.append((socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1))
    for name, value in _KEEP_ALIVE.items():
        option = getattr(socket, name, None)  # not every system has each of them
        if option is not None:
            options.append((socket.IPPROTO_TCP, option, value))
    for each in options:
        with suppress(OSError):
            connected.setsockopt(*each)


def _explain(error: OSError) -> CouldNotConnect:
    detail = error.strerror or str(error)
    if isinstance(error, ConnectionRefusedError):
        return CouldNotConnect(Problem.NO_ANSWER, detail)
    if isinstance(error, TimeoutError):
        return CouldNotConnect(Problem.TIMED_OUT, detail)
    if error.errno in _NO_WAY or isinstance(error, PermissionError):
        return CouldNotConnect(Problem.UNREACHABLE, detail)
    if isinstance(error, ConnectionError):
        return CouldNotConnect(Problem.NO_ANSWER, detail)
    return CouldNotConnect(Problem.UNREACHABLE, detail)
