"""A server on a real socket that says what a test tells it to, and no more."""

import socket
import struct
from contextlib import suppress
from typing import Self

from tests.chatapp.models.real_loop import RealLoop

PATIENCE = 30.0
_RESET_AT_CLOSE = struct.pack("ii", 1, 0)


class ScriptedServer:
    """Listens on a free port; the newest connection is the one that is spoken to."""

    def __init__(self, loop: RealLoop) -> None:
        self._loop = loop
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._listening.settimeout(PATIENCE)
        self.port = int(self._listening.getsockname()[1])
        self._accepted: list[socket.socket] = []
        self._unread = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for each in (self._listening, *self._accepted):
            each.close()

    def accept(self) -> None:
        """Take the next connection."""
        accepted, _ = self._listening.accept()
        accepted.setblocking(False)
        accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._accepted.append(accepted)
        self._unread = b""

    def say(self, *lines: str) -> None:
        for line in lines:
            self.trickle(f"{line}\r\n".encode(), 4096)

    def trickle(self, data: bytes, size: int = 1) -> None:
        """Send so many bytes at a time."""
        for start in range(0, len(data), size):
            self._accepted[-1].sendall(data[start : start + size])

    def wait_for(self, command: str) -> str:
        """Let the client's loop run up to a line with this command, and give it."""
        found: list[str] = []
        self._loop.run_until(lambda: self._find(command, found))
        return found[0]

    def welcome(self, nick: str = "noor") -> None:
        """Accept a connection and let it sign in."""
        self.accept()
        self.wait_for("USER")
        self.say(f":s 001 {nick} :Welcome", f":s 422 {nick} :No message of the day")

    def answer_ping(self) -> None:
        token = self.wait_for("PING").split()[1]
        self.say(f":s PONG s :{token}")

    def reset(self) -> None:
        """End the newest connection as a crash does."""
        self._accepted[-1].setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_CLOSE
        )
        self._accepted.pop().close()

    def _find(self, command: str, found: list[str]) -> bool:
        with suppress(BlockingIOError):
            self._unread += self._accepted[-1].recv(4096)
        while b"\n" in self._unread and not found:
            line, _, self._unread = self._unread.partition(b"\r\n")
            if line.split()[0] == command.encode():
                found.append(line.decode())
        return bool(found)
