"""One client's socket: its lines as they come, its outbox as the socket takes it."""

import contextlib
import os
import socket
import struct
from typing import TYPE_CHECKING, Protocol

from chatapp.wire.line_buffer import (
    MAX_CLIENT_TAGS_BYTES,
    MAX_LINE_BYTES,
    BadLine,
    LineBuffer,
)
from server.network.backlogs import TOO_SLOW, Backlogs

if TYPE_CHECKING:
    from collections.abc import Callable

    from server.network.allowance import Allowance
    from server.world.session import Session

SEND_AT_ONCE_BYTES = 262_144
RESET_AT_CLOSE = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
"""SO_LINGER on, with no time to linger."""


class Watcher(Protocol):
    """Hears what a connection needs; the reactor."""

    backlogs: Backlogs
    """What waits for all connections together."""

    def watch(self, connection: "Connection") -> None:
        """Wait for what the connection wants to do next."""

    def lose(self, connection: "Connection", reason: str) -> None:
        """Take a connection out that cannot go on."""


class Connection:
    """A client's socket and what waits on both sides of it.

    Only the reactor's thread uses it.
    """

    __slots__ = (
        "_backlog",
        "_buffer",
        "_is_clear",
        "_is_lost",
        "_limit",
        "_send",
        "_socket",
        "_watcher",
        "address",
        "allowance",
        "backlog_bytes",
        "has_left",
        "heard_at",
        "is_closed",
        "is_counted_out",
        "is_ending",
        "is_pinged",
        "is_slowed",
        "is_waiting",
        "lines",
        "next_page",
        "opened_at",
        "session",
        "watched",
    )

    session: "Session"

    def __init__(
        self,
        sock: socket.socket,
        address: str,
        limit: int,
        watcher: Watcher,
        allowance: "Allowance",
        now: float,
    ) -> None:
        """Take over a non-blocking socket; keep at most `limit` bytes for it."""
        self._socket = sock
        self._send = sock.send
        self._limit = limit
        self._watcher = watcher
        self._buffer = LineBuffer(MAX_LINE_BYTES, MAX_CLIENT_TAGS_BYTES)
        self._backlog: list[bytes] = []
        self._is_clear = True
        self._is_lost = False
        self.address = address
        self.allowance = allowance
        self.backlog_bytes = 0
        self.opened_at = self.heard_at = now
        self.lines: list[str | BadLine] = []
        self.next_page: Callable[[], None] | None = None
        self.has_left = False
        self.is_pinged = False
        self.is_slowed = False
        self.is_waiting = False
        self.is_ending = False
        self.is_closed = False
        self.is_counted_out = False
        self.watched = 0

    def fileno(self) -> int:
        """Give the socket's number, for the selector."""
        return self._socket.fileno()

    @property
    def wants_to_read(self) -> bool:
        """Whether more lines can be taken: none wait, and it is not at its end."""
        is_busy = self.lines or self.is_waiting or self.is_slowed
        return not (is_busy or self.is_ending or self.is_closed)

    @property
    def wants_to_write(self) -> bool:
        """Whether bytes wait for the socket."""
        return bool(self._backlog) and not self.is_closed

    @property
    def offer(self) -> "Callable[[bytes], int]":
        """What offers bytes to the socket itself: for who is not in `behind` only."""
        return self._send

    def take(self, data: bytes) -> None:
        """Cut bytes into lines."""
        self.lines += self._buffer.feed(data)

    hear = take
    """Take what has arrived on the socket; here that is the lines themselves."""

    def receive(self, most_bytes: int) -> bytes | None:
        """Give what has arrived; b"" at the end, None when there is nothing yet."""
        try:
            return self._socket.recv(most_bytes)
        except (BlockingIOError, InterruptedError):
            return None
        except OSError:
            return b""

    def send(self, data: bytes) -> None:
        """Send these bytes, or keep them until the socket takes them."""
        if not self._is_clear:
            self._keep(data)
            return
        try:
            sent = self._send(data)
        except (BlockingIOError, InterruptedError):
            sent = 0
        except OSError:
            self.give_up("The connection was lost.")
            return
        if sent != len(data):
            self._keep(data[sent:])
            if not self._is_lost:
                self._watcher.watch(self)

    def drain(self) -> None:
        """Send what was kept, as far as the socket takes it."""
        while self._backlog and not self.is_closed:
            data = self._next_part()
            try:
                sent = self._send(data)
            except (BlockingIOError, InterruptedError):
                sent = 0
            except OSError:
                self.give_up("The connection was lost.")
                return
            self.backlog_bytes -= sent
            self._watcher.backlogs.has_less(sent)
            if sent != len(data):
                self._backlog.insert(0, data[sent:])
                return
        if not (self.is_closed or self._is_lost):
            self._is_clear = True
            self._watcher.backlogs.behind.discard(self.session)

    def give_up(self, reason: str) -> None:
        """Send nothing more: what came after a gap would be understood wrongly."""
        self._is_lost = True
        self._forget_backlog()
        self._watcher.lose(self, reason)

    def close(self) -> None:
        """End the connection; what the socket has taken still arrives."""
        if not self.is_closed:
            self._drop()

    def abort(self) -> None:
        """End the connection at once, with all that waits for it.

        A client that does not read would not notice a plain end.
        """
        if not self.is_closed:
            with contextlib.suppress(OSError):
                self._socket.setsockopt(
                    socket.SOL_SOCKET, socket.SO_LINGER, RESET_AT_CLOSE
                )
            self._drop()

    def _drop(self) -> None:
        self.is_closed = True
        self._forget_backlog()
        self.lines.clear()
        self.next_page = None
        self._watcher.backlogs.behind.discard(self.session)
        self._socket.close()
        del self.session  # they know each other, and no collector parts them

    def _keep(self, data: bytes) -> None:
        if self.is_closed or self._is_lost:
            return
        self._fall_behind()
        if self.backlog_bytes + len(data) > self._limit:
            self.give_up(TOO_SLOW)
            return
        self._backlog.append(data)
        self.backlog_bytes += len(data)
        self._watcher.backlogs.has_more(len(data))

    def _fall_behind(self) -> None:
        self._is_clear = False
        self._watcher.backlogs.behind.add(self.session)

    def _forget_backlog(self) -> None:
        self._fall_behind()
        self._backlog.clear()
        size, self.backlog_bytes = self.backlog_bytes, 0
        self._watcher.backlogs.has_less(size)

    def _next_part(self) -> bytes:
        count = size = 0
        for part in self._backlog:
            size += len(part)
            count += 1
            if size >= SEND_AT_ONCE_BYTES:
                break
        parts = self._backlog[:count]
        del self._backlog[:count]
        return b"".join(parts)
