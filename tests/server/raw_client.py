"""A client that sends lines as they are and reads lines with a deadline."""

import itertools
import socket
import time
from collections.abc import Callable
from typing import Self

from chatapp.wire.message import Message

DEADLINE_SECONDS = 30.0
ALL_CAPABILITIES = (
    "away-notify batch draft/chathistory echo-message labeled-response message-tags "
    "multi-prefix server-time"
)


class RawClient:
    """A socket to a server, and what was read from it."""

    _tokens = itertools.count(1)

    def __init__(self, host: str, port: int, receive_buffer: int = 0) -> None:
        """Connect; a small receive buffer makes a client that does not read felt."""
        self.socket = _connect(host, port, receive_buffer)
        self._pending = b""
        self.is_at_end = False
        self.nick = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.socket.close()

    def send(self, *lines: str) -> None:
        self.send_bytes(b"".join(f"{line}\r\n".encode() for line in lines))

    def send_bytes(self, data: bytes) -> None:
        self.socket.settimeout(DEADLINE_SECONDS)
        self.socket.sendall(data)

    def register(self, nick: str, capabilities: str = "", password: str = "") -> Self:
        """Sign in, and read up to the end of what everybody gets."""
        self.nick = nick
        if capabilities:
            self.send("CAP LS 302", f"CAP REQ :{capabilities}")
        if password:
            self.send(f"PASS {password}")
        self.send(f"NICK {nick}", f"USER {nick} 0 * :The real {nick}")
        if capabilities:
            self.send("CAP END")
        self.read_until("422", "376")
        self.roundtrip()
        return self

    def read(self) -> Message:
        """Give the next message; AssertionError when none comes in time."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while b"\n" not in self._pending:
            self._receive(deadline)
        line, _, self._pending = self._pending.partition(b"\n")
        return Message.parse(line.rstrip(b"\r").decode())

    def read_until(self, *commands: str) -> list[Message]:
        """Give all messages up to the first with one of these commands."""
        return self.read_to(lambda message: message.command in commands)

    def read_to(self, is_last: Callable[[Message], bool]) -> list[Message]:
        """Give all messages up to the first that is the last one wanted."""
        messages = [self.read()]
        while not is_last(messages[-1]):
            messages.append(self.read())
        return messages

    def roundtrip(self) -> list[Message]:
        """Give all that comes before the answer to a PING sent now."""
        token = f"token-{next(self._tokens)}"
        self.send(f"PING {token}")
        return self.read_to(
            lambda message: message.command == "PONG" and message.trailing == token
        )[:-1]

    def ask(self, *lines: str) -> list[Message]:
        """Send lines and give all that comes before the answer to a PING behind."""
        self.send(*lines)
        return self.roundtrip()

    def read_to_end(self) -> list[Message]:
        """Give all that comes until the server closes the connection."""
        messages = []
        while True:
            try:
                messages.append(self.read())
            except EOFError:
                return messages

    def _receive(self, deadline: float) -> None:
        self.socket.settimeout(max(0.01, deadline - time.monotonic()))
        try:
            data = self.socket.recv(65_536)
        except TimeoutError:
            raise AssertionError(f"Nothing came; pending: {self._pending!r}") from None
        except ConnectionError:
            data = b""
        if not data:
            self.is_at_end = True
            raise EOFError("The server has closed the connection.")
        self._pending += data


def _connect(host: str, port: int, receive_buffer: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family)
    sock.settimeout(DEADLINE_SECONDS)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if receive_buffer:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    try:
        sock.connect((host, port))
    except OSError:
        sock.close()
        raise
    return sock


def lines(messages: list[Message]) -> list[str]:
    """Give messages as text without tags, to be compared."""
    return [
        Message(each.command, each.params, source=each.source).render()
        for each in messages
    ]


def commands(messages: list[Message]) -> list[str]:
    """Give the commands of messages."""
    return [message.command for message in messages]
