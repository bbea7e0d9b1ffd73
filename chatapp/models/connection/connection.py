"""The socket to one server: a reader thread and a writer thread."""

import logging
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from chatapp.models.connection import handshake
from chatapp.models.connection.dialling import (
    Address,
    CouldNotConnect,
    Timeouts,
    dial,
    find_addresses,
)
from chatapp.models.connection.encryption import Demand, Encryption
from chatapp.models.connection.handshake import Secured
from chatapp.models.connection.line_queue import LineQueue
from chatapp.models.connection.tls_stream import Stream
from chatapp.models.events import Problem
from chatapp.models.program.failures import log_failure
from chatapp.models.session.urgency import Urgency
from chatapp.wire.lenient_lines import LenientLines

log = logging.getLogger(__name__)

CLOSING_SECONDS = 1.0
_READ_BYTES = 65536
_LINES_AT_ONCE = 32
_UNREAD_BATCHES = 64
_UNSENT_LINES = 10_000


@dataclass(frozen=True, slots=True)
class HostFound:
    """The server's addresses are known, and are tried now."""


@dataclass(frozen=True, slots=True)
class LinkOpened:
    """The connection stands, with the server at this address, in plain or encrypted."""

    server: Address | None = None
    encryption: Encryption | None = None


@dataclass(frozen=True, slots=True)
class LinesArrived:
    """Lines came from the server, in order."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkEnded:
    """The connection could not be made, or it ended."""

    problem: Problem
    detail: str = ""


LinkEvent = HostFound | LinkOpened | LinesArrived | LinkEnded
Post = Callable[[Callable[[], None]], None]


class Connection:
    """Connects in the background and carries lines both ways until it is closed."""

    def __init__(
        self,
        host: str,
        port: int,
        post: Post,
        deliver: Callable[[LinkEvent], None],
        demand: Demand | None = None,
        timeouts: Timeouts | None = None,
        certificate: Path | None = None,
    ) -> None:
        """Begin to connect.

        Args:
            host: a name or an address.
            port: where its server listens.
            post: takes a callback from any thread and runs it on the main thread.
            deliver: is told what happens, through `post`; never after close().
            demand: whether it must be encrypted, and with whom.
            timeouts: how long to try.
            certificate: one's own, with its key, for servers that ask for one.
        """
        self._host = host
        self._port = port
        self._post = post
        self._deliver = deliver
        self._demand = demand or Demand()
        self._timeouts = timeouts or Timeouts()
        self._certificate = certificate
        self._socket: socket.socket | None = None
        self._closed = threading.Event()
        self._written = threading.Event()
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._to_send = LineQueue()
        # A server that sends faster than the window can show waits for the window.
        self._credit = threading.Semaphore(_UNREAD_BATCHES)
        threading.Thread(target=self._run, name="chatapp-reader", daemon=True).start()

    def send(self, line: str, urgency: Urgency = Urgency.IN_TURN) -> None:
        """Queue one line, without CR LF."""
        if len(self._to_send) > _UNSENT_LINES:
            self._shut(socket.SHUT_RDWR)
            return
        self._to_send.put(line.encode(errors="replace") + b"\r\n", urgency)

    def overtaken_by(self, urgency: Urgency) -> int:
        """Tell how many lines that wait leave behind one of this urgency."""
        return self._to_send.overtaken_by(urgency)

    def hold_back(self) -> None:
        """Send no more lines at a time than any server takes."""
        self._to_send.hold_back()

    def close(self) -> None:
        """Deliver nothing more; send what is queued for at most a second, then end."""
        if self._closed.is_set():
            return
        self._closed.set()
        self._to_send.end()
        self._credit.release()  # a reader that waits for it sees that it is over
        if self._socket is None:
            self._ended.set()
            return
        threading.Thread(target=self._end, name="chatapp-closer", daemon=True).start()

    def wait_until_ended(self, seconds: float) -> None:
        """After close(), when the main loop is over: let the last lines go out."""
        self._ended.wait(seconds)

    def _end(self) -> None:
        if self._written.wait(CLOSING_SECONDS):
            self._shut(socket.SHUT_WR)
            self._ended.wait(CLOSING_SECONDS)
        self._shut(socket.SHUT_RDWR)

    def _shut(self, how: int) -> None:
        """End one direction or both, which wakes the threads that wait for it."""
        with self._lock:
            if self._socket is not None:
                with suppress(OSError):
                    self._socket.shutdown(how)
                if sys.platform == "win32" and how == socket.SHUT_RDWR:
                    self._socket.close()  # only this wakes a thread there

    def _run(self) -> None:
        try:
            ending = self._connect_and_carry()
        except Exception as error:  # noqa: BLE001 - the link ends, and tells it
            log_failure(log, "The reader thread failed", error)
            ending = LinkEnded(Problem.LOST)
        self._ended.set()
        self._tell(ending)

    def _connect_and_carry(self) -> LinkEnded:
        try:
            addresses = find_addresses(self._host, self._port)
            self._tell(HostFound())
            secured, server = self._reach(addresses)
        except CouldNotConnect as error:
            return LinkEnded(error.problem, error.detail)
        with secured.connected:
            with self._lock:
                self._socket = secured.connected
            try:
                return self._carry(secured, server)
            finally:
                with self._lock:
                    self._socket = None

    def _reach(self, addresses: list[Address]) -> tuple[Secured, Address]:
        """Connect as safely as is demanded, with the one that answered first."""
        reached: list[Address] = []

        def dial_again() -> socket.socket:
            connected, server = dial(
                reached or addresses, self._timeouts, time.monotonic, self._closed
            )
            reached[:] = [server]
            return connected

        secured = handshake.secure(
            dial_again, self._host, self._demand, certificate=self._certificate
        )
        return secured, reached[0]

    def _carry(self, secured: Secured, server: Address) -> LinkEnded:
        if self._closed.is_set():
            return LinkEnded(Problem.LOST)
        self._tell(LinkOpened(server, secured.encryption))
        write = partial(self._write, secured.stream)
        threading.Thread(target=write, name="chatapp-writer", daemon=True).start()
        try:
            self._receive(secured.stream)
        except OSError as error:
            return LinkEnded(Problem.LOST, error.strerror or str(error))
        finally:
            self._to_send.end()
        return LinkEnded(Problem.LOST)

    def _receive(self, stream: Stream) -> None:
        received = LenientLines()
        while data := stream.recv(_READ_BYTES):
            for lines in _in_batches(received.feed(data)):
                self._tell(LinesArrived(lines))

    def _write(self, stream: Stream) -> None:
        try:
            while (data := self._to_send.get()) is not None:
                stream.sendall(data)
        except OSError as error:
            log.debug("Sending ended: %s", type(error).__name__)
            self._shut(socket.SHUT_RDWR)
        finally:
            self._written.set()

    def _tell(self, event: LinkEvent) -> None:
        if self._closed.is_set():
            return
        self._credit.acquire()
        self._post(partial(self._hand_over, event))

    def _hand_over(self, event: LinkEvent) -> None:
        self._credit.release()
        if not self._closed.is_set():
            self._deliver(event)


def _in_batches(lines: list[str]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(lines), _LINES_AT_ONCE):
        yield tuple(lines[start : start + _LINES_AT_ONCE])
