"""The door: a ThreadingTCPServer for each address that is listened on."""

import contextlib
import errno
import logging
import socket
import socketserver
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from server.network.door_threads import DoorThreads
from server.network.limits import Admission, DoorLimits

log = logging.getLogger(__name__)

FIRST_BYTES = 4096
SHUTDOWN_POLL_SECONDS = 0.2
SECONDS_WITHOUT_FILES = 0.1
MAPPED_PREFIX = "::ffff:"

_REFUSALS = {
    Admission.TOO_MANY_FROM_ADDRESS: "Too many connections from your address.",
    Admission.SERVER_IS_FULL: "The server is full. Please try again later.",
}


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A connection that has passed the door, and the bytes that were read there."""

    socket: socket.socket
    address: str
    data: bytes


class Door(socketserver.ThreadingTCPServer):
    """Lets connections in and hands each to the reactor with its first bytes.

    A slow or hostile newcomer holds up its own thread, for a bounded time.
    """

    request_queue_size = 4096
    daemon_threads = True
    block_on_close = False
    # On Windows the option would let two programs have one port.
    allow_reuse_address = sys.platform != "win32"

    def __init__(
        self,
        family: socket.AddressFamily,
        address: tuple[str, int],
        limits: DoorLimits,
        patience: float,
        adopt: Callable[[Newcomer], None],
    ) -> None:
        """Listen on an address.

        Args:
            family: AF_INET or AF_INET6.
            address: the address and the port; 0 for any port that is free.
            limits: counts who stands at the door.
            patience: seconds to wait for the first byte of a connection.
            adopt: is given each connection that has passed; on any thread.

        Raises:
            OSError: the address cannot be listened on.
        """
        self.address_family = family
        self.limits = limits
        self.patience = patience
        self.adopt = adopt
        self._door_threads = DoorThreads()
        self._handed_over: set[socket.socket] = set()
        self._serving: threading.Thread | None = None
        super().__init__(address, DoorHandler)

    def server_bind(self) -> None:
        """Bind; an IPv6 address without the IPv4 ones, which have their own door."""
        if sys.platform == "win32":
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        if self.address_family == socket.AF_INET6:
            self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        super().server_bind()

    def open(self) -> None:
        """Begin to let connections in."""
        self._serving = threading.Thread(
            target=self.serve_forever,
            args=(SHUTDOWN_POLL_SECONDS,),
            name="listener",
            daemon=True,
        )
        self._serving.start()

    def close(self) -> None:
        """Let nobody in any more, through no door that has the same limits."""
        self.limits.close()
        if self._serving is not None:
            self.shutdown()
            self._serving.join()
        self.server_close()

    def get_request(self) -> Any:
        """Take the next connection; without a free file number, wait a moment.

        The connection stays in the queue, and asking again at once would only burn
        time that those who are here need to leave.
        """
        try:
            return super().get_request()
        except OSError as error:
            if error.errno in (errno.EMFILE, errno.ENFILE):
                log.warning("No file number is free for another connection")
                time.sleep(SECONDS_WITHOUT_FILES)
            raise

    def process_request(self, request: Any, client_address: Any) -> None:
        """Hand a connection over, give it a thread to wait on, or turn it away."""
        address = plain_address(client_address[0])
        is_own = _is_this_machine(request, address)
        admission = self.limits.admit(address, self.patience, is_own=is_own)
        if admission is not Admission.ADMITTED:
            _turn_away(request, _REFUSALS[admission])
            self.shutdown_request(request)
            return
        if data := _said_already(request):
            self.hand_over(request, address, data)
            self.limits.leave_door(address)
            return
        self._door_threads.run(partial(self._let_in, request, client_address, address))

    def hand_over(self, request: socket.socket, address: str, data: bytes) -> None:
        """Give a connection away with its first bytes."""
        request.setblocking(False)
        with contextlib.suppress(OSError):  # it may have gone already
            request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.adopt(Newcomer(request, address, data))

    def keep_open(self, request: socket.socket) -> None:
        """Let a connection outlive its thread."""
        self._handed_over.add(request)

    def shutdown_request(self, request: Any) -> None:
        """Close a connection, unless it was handed over."""
        if request in self._handed_over:
            self._handed_over.discard(request)
        else:
            super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - as in socketserver
        """Log what went wrong at the door; the others go on."""
        log.exception("A connection failed at the door")  # noqa: LOG004 - socketserver calls this while it handles the exception

    def _let_in(self, request: socket.socket, client: object, address: str) -> None:
        self.process_request_thread(request, client)
        self.limits.leave_door(address)


class DoorHandler(socketserver.BaseRequestHandler):
    """Waits for the first bytes of one connection and hands it over with them."""

    request: socket.socket
    server: Door

    def setup(self) -> None:
        """Note where the connection comes from."""
        self.address = plain_address(self.client_address[0])
        self.is_handed_over = False

    def handle(self) -> None:
        """Read, and hand over; a client that says nothing is sent away."""
        try:
            self.request.settimeout(self.server.patience)
            data = self.request.recv(FIRST_BYTES)
        except TimeoutError:
            _turn_away(self.request, "You said nothing for too long.")
            return
        except OSError:
            return
        if data:
            self.is_handed_over = True
            self.server.keep_open(self.request)
            self.server.hand_over(self.request, self.address, data)

    def finish(self) -> None:
        """Count a connection no longer that nobody has taken over."""
        if not self.is_handed_over:
            self.server.limits.closed(self.address, had_signed_in=False)


def plain_address(address: str) -> str:
    """Give an address as people know it, and so that it can stand in a message."""
    if address.lower().startswith(MAPPED_PREFIX):
        address = address[len(MAPPED_PREFIX) :]
    return f"0{address}" if address.startswith(":") else address


def _is_this_machine(request: socket.socket, address: str) -> bool:
    """Tell whether both ends of a connection have one address."""
    with contextlib.suppress(OSError):
        own = plain_address(request.getsockname()[0])
        return own == address or address.startswith("127.")
    return False


def _said_already(request: socket.socket) -> bytes:
    """Give what a connection has said by the time it arrives: it needs no thread."""
    request.setblocking(False)
    try:
        return request.recv(FIRST_BYTES)
    except OSError:
        return b""


def _turn_away(request: socket.socket, sentence: str) -> None:
    with contextlib.suppress(OSError):
        request.setblocking(False)
        request.send(f"ERROR :{sentence}\r\n".encode())
