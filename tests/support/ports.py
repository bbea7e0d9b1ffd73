"""Ports of this computer that nobody else is given meanwhile.

A port that is chosen and let go may be another test's before it is used: several of
them run at a time, and the system has only some thousand ports to choose from.
"""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

LOCALHOST = "127.0.0.1"


@contextmanager
def closed_port() -> Iterator[int]:
    """Give a port at which nobody listens, for as long as this lasts."""
    with socket.socket() as held:
        held.bind((LOCALHOST, 0))
        yield held.getsockname()[1]


@contextmanager
def held_port() -> Iterator[int]:
    """Give a port for who names it: a server may listen, end and come back there.

    Linux gives a port that is bound to nobody who leaves the choice to it. Elsewhere
    a port that is bound is for nobody else at all, and so it is only a free one.
    """
    with socket.socket() as held:
        if sys.platform == "linux":
            held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind((LOCALHOST, 0))
        port = int(held.getsockname()[1])
        if sys.platform != "linux":
            held.close()
        yield port
