"""Speaks with systemd: takes its sockets over, and tells it when the server is ready.

Specifications: sd_listen_fds(3) and sd_notify(3). Elsewhere all of it does nothing.
"""

import contextlib
import os
import socket
from collections.abc import MutableMapping

FIRST_SOCKET = 3
READY = "READY=1"
STOPPING = "STOPPING=1"
ABSTRACT = "@"


def take_sockets(environment: MutableMapping[str, str]) -> list[socket.socket]:
    """Give the sockets that systemd listens on for this process; once.

    Other programs that this one starts shall not take them for theirs.
    """
    pid, count = environment.pop("LISTEN_PID", ""), environment.pop("LISTEN_FDS", "")
    environment.pop("LISTEN_FDNAMES", None)
    if pid != str(os.getpid()) or not count.isdecimal():
        return []
    numbers = range(FIRST_SOCKET, FIRST_SOCKET + int(count))
    sockets = [socket.socket(fileno=number) for number in numbers]
    for each in sockets:
        each.set_inheritable(False)
    return sockets


def notify(environment: MutableMapping[str, str], *states: str) -> None:
    """Tell systemd, if it asked for it, how this process is."""
    address = environment.get("NOTIFY_SOCKET", "")
    if not address.startswith((ABSTRACT, "/")) or not hasattr(socket, "AF_UNIX"):
        return
    if address.startswith(ABSTRACT):
        address = f"\0{address.removeprefix(ABSTRACT)}"
    with (
        contextlib.suppress(OSError),
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender,
    ):
        sender.connect(address)
        sender.sendall("\n".join(states).encode())
