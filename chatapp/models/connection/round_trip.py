"""Measures how long the way to servers and back is, to many of them at once."""

import ipaddress
import selectors
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress

MOST_AT_ONCE = 60
"""Far fewer than select, which waits for them on Windows, can wait for."""

Place = tuple[str, int]


def round_trips(
    places: Sequence[Place],
    seconds: float,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[tuple[Place, float]]:
    """Connect to all places at once, and give each that answers, with milliseconds.

    Nothing is said there, and each connection is closed at once.

    Args:
        places: IP addresses, an IPv6 one with its zone, and ports; at most
            `MOST_AT_ONCE` of them are tried.
        seconds: how long to wait for the slowest.
        clock: counts seconds.
    """
    deadline = clock() + seconds
    with ExitStack() as stack:
        selector = stack.enter_context(selectors.DefaultSelector())
        for place in places[:MOST_AT_ONCE]:
            began, connecting = clock(), _begin(place)
            if connecting is not None:
                stack.enter_context(connecting)
                both = selectors.EVENT_READ | selectors.EVENT_WRITE
                selector.register(connecting, both, (place, began))
        while selector.get_map() and (left := deadline - clock()) > 0:
            for key, _events in selector.select(left):
                selector.unregister(key.fileobj)
                place, began = key.data
                milliseconds = (clock() - began) * 1000
                if _is_connected(key.fileobj):
                    yield place, milliseconds


def _begin(place: Place) -> socket.socket | None:
    """Begin to connect; None where that cannot be."""
    with suppress(OSError, ValueError, UnicodeError):
        is_ipv6 = ipaddress.ip_address(place[0]).version == 6
        family = socket.AF_INET6 if is_ipv6 else socket.AF_INET
        # A number with its zone is read by the system, and nothing is looked up.
        found = socket.getaddrinfo(
            *place, family, socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST
        )
        connecting = socket.socket(family, socket.SOCK_STREAM)
        try:
            connecting.setblocking(False)
            connecting.connect(found[0][4])
        except BlockingIOError:
            return connecting
        except BaseException:
            connecting.close()
            raise
        return connecting
    return None


def _is_connected(connecting: object) -> bool:
    """Tell whether somebody answered, and not this very socket to itself."""
    if not isinstance(connecting, socket.socket):
        return False
    try:
        return bool(connecting.getpeername() != connecting.getsockname())
    except OSError:
        return False
