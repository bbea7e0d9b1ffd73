"""The first words of a connection, and the last ones of who is not let in."""

import contextlib
import socket

from server.network.doorway import FIRST_BYTES
from server.network.newcomer import plain_address


def is_this_machine(request: socket.socket, address: str) -> bool:
    """Tell whether both ends of a connection have one address."""
    if address.startswith("127."):
        return True
    with contextlib.suppress(OSError):
        return plain_address(request.getsockname()[0]) == address
    return False


def said_already(request: socket.socket) -> bytes:
    """Give what a connection has said by the time it arrives: it needs no thread."""
    request.setblocking(False)
    try:
        return request.recv(FIRST_BYTES)
    except OSError:
        return b""


def turn_away(request: socket.socket, sentence: str) -> None:
    """Tell a connection why it is not let in, if it takes that at once."""
    with contextlib.suppress(OSError):
        request.setblocking(False)
        request.send(farewell(sentence))


def farewell(sentence: str) -> bytes:
    """Give the last line that somebody reads."""
    return f"ERROR :{sentence}\r\n".encode()
