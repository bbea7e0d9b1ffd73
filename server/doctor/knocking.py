"""Knocks at a port as a client would, and tells what answers there."""

import contextlib
import socket
from enum import Enum, auto

SECONDS = 3.0
MOST_BYTES = 512
QUESTION, ANSWER = b"PING :doctor\r\n", b"PONG"


class Door(Enum):
    """What is behind a port."""

    CHAT = auto()
    SOMETHING_ELSE = auto()
    CLOSED = auto()
    SILENT = auto()


def knock(host: str, port: int, seconds: float = SECONDS) -> Door:
    """Connect, ask for a sign of life, and leave again."""
    try:
        with socket.create_connection((host, port), seconds) as caller:
            return _listen(caller)
    except TimeoutError:
        return Door.SILENT
    except OSError:
        return Door.CLOSED


def _listen(caller: socket.socket) -> Door:
    heard = b""
    with contextlib.suppress(OSError):
        caller.sendall(QUESTION)
        while b"\n" not in heard and len(heard) < MOST_BYTES:
            data = caller.recv(MOST_BYTES)
            if not data:
                break
            heard += data
        caller.sendall(b"QUIT\r\n")
    is_chat = ANSWER in heard or heard.startswith(b"ERROR :")
    return Door.CHAT if is_chat else Door.SOMETHING_ELSE
