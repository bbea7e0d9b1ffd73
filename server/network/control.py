"""The control socket: takes orders from programs of this machine's administrator."""

import contextlib
import hmac
import json
import logging
import os
import secrets
import socket
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from chatapp.wire.message import Message
from chatapp.wire.ports import HIGHEST_PORT
from chatapp.wire.this_computer import LOOPBACK

log = logging.getLogger(__name__)

LONGEST_UNIX_PATH = 100
"""Systems allow a little more, and not all the same."""

LONGEST_ORDER = 65_536
SECONDS_FOR_AN_ORDER = 5.0
SECONDS_FOR_AN_ANSWER = 60.0
SECONDS_AFTER_A_FAILURE = 0.5
NO_TOKEN = "-"  # noqa: S105 - what stands in its place

NOT_UNDERSTOOD = Message(
    "FAIL", ("*", "INVALID_ORDER", "This order could not be understood.")
)

Obey = Callable[[Message, float], list[Message] | None]


class NoServer(Exception):
    """No server takes orders there."""


def control_path(storage_path: Path) -> Path:
    """Give where the server that keeps this history takes orders."""
    return storage_path.with_name(f"{storage_path.name}.control")


class Control:
    """Takes one order after the other, each on a connection of its own.

    Only the server's own user may: the socket is a file with mode 0600. Where there
    are no such sockets it is a port of this machine, and a file with mode 0600 has
    the token that an order must begin with. There the server proves first that it
    knows the token: once it has ended, another user's program may have its port.
    """

    def __init__(self, path: Path, obey: Obey) -> None:
        """Listen at this path; what an earlier server left there goes.

        Raises:
            OSError: nobody can listen there.
        """
        self._path = path
        self._obey = obey
        self._is_closed = threading.Event()
        self._token = NO_TOKEN
        path.unlink(missing_ok=True)
        self._socket = self._listen()
        self._thread = threading.Thread(target=self._run, name="control", daemon=True)

    def start(self) -> None:
        """Begin to take orders."""
        self._thread.start()

    def close(self) -> None:
        """Take no more orders."""
        self._is_closed.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _listen(self) -> socket.socket:
        if sys.platform != "win32" and _is_short(self._path):
            listening = socket.socket(socket.AF_UNIX)
            listening.bind(str(self._path))
            # Nobody can connect between the two, because it does not listen yet.
            self._path.chmod(0o600)
            listening.listen()
            return listening
        self._token = secrets.token_hex(16)
        listening = socket.create_server((LOOPBACK, 0))
        place = {"port": listening.getsockname()[1], "token": self._token}
        number = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(number, "w", encoding="utf-8") as file:  # noqa: PTH123 - a number
            json.dump(place, file)
        return listening

    def _run(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError as error:
                if self._is_closed.wait(SECONDS_AFTER_A_FAILURE):
                    return
                log.warning("No order can come now: %s", type(error).__name__)
                continue
            with connection:
                try:
                    self._serve(connection)
                except OSError as error:
                    log.warning("An order did not come: %s", type(error).__name__)
                except Exception:  # whatever it is, the next order is to be obeyed
                    log.exception("An order could not be answered")

    def _serve(self, connection: socket.socket) -> None:
        deadline = time.monotonic() + SECONDS_FOR_AN_ORDER
        challenge = _read_line(connection, deadline)
        connection.sendall(f"{_proof(self._token, challenge)}\n".encode())
        token, _, line = _read_line(connection, deadline).partition(b" ")
        if not hmac.compare_digest(token, self._token.encode()):
            return
        connection.settimeout(SECONDS_FOR_AN_ORDER)
        answer = self._answer(line)
        if answer is not None:
            lines = "".join(f"{message.render()}\r\n" for message in answer)
            connection.sendall(lines.encode(errors="replace"))

    def _answer(self, line: bytes) -> list[Message] | None:
        try:
            order = _order_in(line)
        except ValueError as error:
            log.warning("An order was not understood: %s", type(error).__name__)
            return [NOT_UNDERSTOOD]
        return self._obey(order, SECONDS_FOR_AN_ANSWER)


def send_order(path: Path, order: Message) -> list[Message] | None:
    """Give the answer of the server that takes orders at a path.

    None: it gives none, or none that can be understood.

    Raises:
        NoServer: no server is there, or no file says where it is.
    """
    try:
        connection, token = _connect(path)
    except (OSError, ValueError) as error:
        raise NoServer from error
    with connection:
        try:
            _require_proof(connection, token)
            connection.settimeout(SECONDS_FOR_AN_ANSWER + SECONDS_FOR_AN_ORDER)
            connection.sendall(f"{token} {order.render()}\n".encode())
            lines = _read_all(connection).decode().splitlines()
            return [Message.parse(line) for line in lines] or None
        except (OSError, ValueError):
            return None


def _connect(path: Path) -> tuple[socket.socket, str]:
    if sys.platform != "win32" and path.is_socket():
        connection = socket.socket(socket.AF_UNIX)
        try:
            connection.connect(str(path))
        except OSError:
            connection.close()
            raise
        return connection, NO_TOKEN
    port, token = _place_in(path.read_text(encoding="utf-8"))
    return socket.create_connection((LOOPBACK, port), 5.0), token


def _place_in(text: str) -> tuple[int, str]:
    """Give the port and the token that a file tells.

    Raises:
        ValueError: it tells none.
    """
    try:
        match json.loads(text):
            case {"port": int(port), "token": str(token)} if 0 < port <= HIGHEST_PORT:
                return port, token
    except RecursionError:
        pass
    raise ValueError("This file tells no port and no token.")


def _order_in(line: bytes) -> Message:
    """Read an order.

    Raises:
        ValueError: it is none, or not all of it came.
    """
    if not line.endswith(b"\n"):
        raise ValueError("The end of the order is missing.")
    return Message.parse(line.decode().rstrip())


def _is_short(path: Path) -> bool:
    return len(os.fsencode(path)) <= LONGEST_UNIX_PATH


def _require_proof(connection: socket.socket, token: str) -> None:
    """Tell nothing to a program that does not know the token.

    Raises:
        NoServer: it is another user's, at a port that the server had.
        OSError: it does not answer.
    """
    challenge = f"{secrets.token_hex(16)}\n".encode()
    connection.settimeout(SECONDS_FOR_AN_ORDER)
    connection.sendall(challenge)
    proof = _read_line(connection, time.monotonic() + SECONDS_FOR_AN_ORDER)
    if not hmac.compare_digest(proof.rstrip(), _proof(token, challenge).encode()):
        raise NoServer


def _proof(token: str, challenge: bytes) -> str:
    return hmac.new(token.encode(), challenge.rstrip(), "sha256").hexdigest()


def _read_line(connection: socket.socket, deadline: float) -> bytes:
    data = b""
    while b"\n" not in data and len(data) < LONGEST_ORDER:
        connection.settimeout(max(0.001, deadline - time.monotonic()))
        part = connection.recv(4096)
        if not part:
            break
        data += part
    return data


def _read_all(connection: socket.socket) -> bytes:
    return b"".join(iter(lambda: connection.recv(65_536), b""))
