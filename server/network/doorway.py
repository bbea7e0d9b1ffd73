"""One connection at the door: read and written in plain blocking code, until a time."""

import contextlib
import socket
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from server.network.codec import Codec

FIRST_BYTES = 4096
SECONDS_BETWEEN_LOOKS = 0.5
"""On Windows nothing wakes a thread that waits for bytes: it has to look by itself."""


class Gone(Exception):
    """The client has closed the connection."""


class Doorway:
    """What a newcomer says while nobody else waits for it."""

    def __init__(
        self,
        sock: socket.socket,
        data: bytes,
        deadline: float,
        monotonic: Callable[[], float],
    ) -> None:
        """Begin with bytes that were read already.

        Args:
            sock: the connection.
            data: its first bytes, or none yet.
            deadline: until when everything has to be done.
            monotonic: the clock that the deadline belongs to.
        """
        self._socket = sock
        self._data = data
        self._deadline = deadline
        self._monotonic = monotonic
        self._is_hurried = False
        self.codec: Codec | None = None

    def receive(self) -> bytes:
        """Give bytes as they arrive.

        Raises:
            TimeoutError: the deadline has passed, or others were to have the place.
            Gone: there will be no more.
            OSError: the connection was lost.
        """
        data, self._data = self._data, b""
        if not data:
            data = self._wait()
        if not data:
            raise TimeoutError if self._is_hurried else Gone
        return data

    def read(self) -> bytes:
        """Give the next bytes behind the codec; raises as `receive` does."""
        if self.codec is None:
            return self.receive()
        data = b""  # with its last bytes a handshake may have brought lines
        while True:
            plain = self.codec.decode(data)
            self.send(self.codec.take_answers())
            if plain:
                return plain
            if self.codec.is_over:
                raise Gone
            data = self.receive()

    def send(self, data: bytes) -> None:
        """Send bytes as they are; raises TimeoutError and OSError."""
        if data:
            self._socket.settimeout(self._seconds_left())
            self._socket.sendall(data)

    def write(self, data: bytes) -> None:
        """Send bytes through the codec; raises TimeoutError and OSError."""
        self.send(self.codec.encode(data) if self.codec else data)

    def say_last(self, data: bytes) -> None:
        """Send this, if the client takes it at once, and end what the codec began."""
        if self.codec:
            data = self.codec.encode(data) + self.codec.end()
        with contextlib.suppress(OSError):
            self._socket.setblocking(False)
            self._socket.send(data)

    def hurry(self) -> None:
        """Let the time be over now; any thread may ask."""
        self._is_hurried = True
        if sys.platform != "win32":
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RD)

    def wait_for_the_end(self, seconds: float) -> None:
        """Read what still comes, for a while, so that the last words arrive.

        Bytes that nobody has read would make the end a reset.
        """
        self._deadline = min(self._deadline, self._monotonic() + seconds)
        with contextlib.suppress(OSError, Gone):
            self._socket.shutdown(socket.SHUT_WR)
            while True:
                self.receive()

    def _wait(self) -> bytes:
        while True:
            seconds = self._seconds_left()
            if sys.platform == "win32":
                seconds = min(seconds, SECONDS_BETWEEN_LOOKS)
            self._socket.settimeout(seconds)
            try:
                return self._socket.recv(FIRST_BYTES)
            except TimeoutError:
                if self._is_hurried:
                    raise

    def _seconds_left(self) -> float:
        left = self._deadline - self._monotonic()
        if left <= 0:
            raise TimeoutError
        return left
