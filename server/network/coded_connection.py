"""A client's socket whose bytes are not the lines themselves: TLS, WebSocket, both."""

import contextlib
import logging
import socket
import traceback
from typing import TYPE_CHECKING

from server.network.codec import Codec
from server.network.connection import Connection, Watcher
from server.network.newcomer import Newcomer
from server.world.session import Offer

if TYPE_CHECKING:
    from server.network.allowance import Allowance

log = logging.getLogger(__name__)

FAILED = "Something went wrong in the server."


class CodedConnection(Connection):
    """A connection with a codec between its lines and its socket.

    What waits for the socket is encoded already: it is sent as it is, also later.
    """

    __slots__ = ("_codec",)

    def __init__(
        self,
        sock: socket.socket,
        address: str,
        limit: int,
        watcher: Watcher,
        allowance: "Allowance",
        now: float,
        codec: Codec,
    ) -> None:
        """Take over a non-blocking socket and what was agreed on it at the door."""
        super().__init__(sock, address, limit, watcher, allowance, now)
        self._codec = codec
        self.has_left = codec.is_over

    @property
    def wants_to_read(self) -> bool:
        """Whether more lines can be taken: not when the protocol has ended."""
        return not self.has_left and super().wants_to_read

    def receive(self, most_bytes: int) -> bytes | None:
        """Give what has arrived, and no more than is decoded in a moment."""
        return super().receive(min(most_bytes, self._codec.share))

    def hear(self, data: bytes) -> None:
        """Cut what can be decoded now into lines, and answer the protocol."""
        try:
            decoded, answers = self._codec.decode(data), self._codec.take_answers()
        except Exception as error:  # noqa: BLE001 - it must not harm the others
            self._end_after_failure(error, "decoding", len(data))
            return
        self.take(decoded)
        if answers:
            super().send(answers)
        self.has_left = self._codec.is_over

    @property
    def offer(self) -> Offer:
        """What takes lines, all of them: what the socket does not take is kept."""
        return self._take_all

    def _take_all(self, data: bytes) -> int:
        self.send(data)
        return len(data)

    def send(self, data: bytes) -> None:
        """Send these lines, or keep what they became until the socket takes it."""
        if self.is_closed:
            return
        try:
            encoded = self._codec.encode(data)
        except Exception as error:  # noqa: BLE001 - it must not harm the others
            self._end_after_failure(error, "encoding", len(data))
            return
        if encoded:
            super().send(encoded)

    def close(self) -> None:
        """End the connection with the protocol's last words."""
        if not (self.is_closed or self._backlog):
            with contextlib.suppress(OSError):
                self._send(self._codec.end())
        super().close()

    def _end_after_failure(self, error: Exception, act: str, size: int) -> None:
        """Let this client go; the log has no bytes of his, for they may be secret."""
        frames = "".join(traceback.format_tb(error.__traceback__))
        name = type(error).__name__
        log.error("%s in %s %d bytes\n%s", name, act, size, frames)
        self.give_up(FAILED)


def connection_of(
    newcomer: Newcomer,
    limit: int,
    watcher: Watcher,
    allowance: "Allowance",
    now: float,
) -> Connection:
    """Give the connection for what was agreed with a newcomer at the door."""
    values = (newcomer.socket, newcomer.address, limit, watcher, allowance, now)
    if newcomer.codec is None:
        return Connection(*values)
    return CodedConnection(*values, newcomer.codec)
