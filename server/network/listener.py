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
from functools import partial
from typing import Any

from server.network.door_threads import DoorThreads
from server.network.doorway import FIRST_BYTES, Doorway, Gone
from server.network.host_names import HostNames
from server.network.limits import Admission, DoorLimits
from server.network.newcomer import Arrival, Newcomer, plain_address
from server.network.opening import Opening, opening_of
from server.network.threshold import Settled, Threshold, TurnedAway
from server.network.turned_away import REFUSALS

log = logging.getLogger(__name__)

SHUTDOWN_POLL_SECONDS = 0.2
SECONDS_WITHOUT_FILES = 0.1
NOTHING_FREE = frozenset(
    (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM, 10024, 10055)
)
"""No file number or no memory is free; the numbers are Windows' own for both."""


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
        limits: DoorLimits,
        patience: float,
        threshold: Threshold,
        adopt: Callable[[Newcomer], None],
        host_names: HostNames | None,
        family: socket.AddressFamily,
        address: tuple[str, int],
        listening: socket.socket | None = None,
    ) -> None:
        """Listen on an address.

        Args:
            limits: counts who stands at the door.
            patience: seconds that a connection may take up to its first line.
            threshold: finds out what each connection speaks.
            adopt: is given each connection that has passed; on any thread.
            host_names: finds the names of addresses; None: they are not looked up.
            family: AF_INET or AF_INET6.
            address: the address and the port; 0 for any port that is free.
            listening: a socket that listens there already, instead of an own one.

        Raises:
            OSError: the address cannot be listened on.
        """
        self.address_family = family
        self.limits = limits
        self.patience = patience
        self.threshold = threshold
        self.adopt = adopt
        self.host_names = host_names
        self._door_threads = DoorThreads()
        self._handed_over: set[socket.socket] = set()
        self._serving: threading.Thread | None = None
        super().__init__(address, DoorHandler, bind_and_activate=False)
        if listening is None:
            self._listen()
        else:
            self.socket.close()
            self.socket = listening
            self.server_address = listening.getsockname()

    def _listen(self) -> None:
        try:
            self.server_bind()
            self.server_activate()
        except BaseException:
            self.server_close()
            raise

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
        """Take the next connection; where nothing is free for it, wait a moment.

        The connection stays in the queue, and asking again at once would only burn
        time that those who are here need to leave.
        """
        try:
            return super().get_request()
        except OSError as error:
            if error.errno in NOTHING_FREE:
                log.warning("Nothing is free for another connection: %s", error)
                time.sleep(SECONDS_WITHOUT_FILES)
            raise

    def process_request(self, request: Any, client_address: Any) -> None:
        """Hand a connection over, give it a thread to wait on, or turn it away."""
        address = plain_address(client_address[0])
        is_own = _is_this_machine(request, address)
        admission = self.limits.admit(address, self.patience, is_own=is_own)
        if admission is not Admission.ADMITTED:
            _turn_away(request, REFUSALS[admission])
            self.shutdown_request(request)
            return
        data = _said_already(request)
        try:
            is_ready = data and opening_of(data) is Opening.LINES
            if not is_ready or self.host_names is not None:
                arrival = Arrival(address, data)
                self._door_threads.run(partial(self._let_in, request, arrival))
                return
            self.hand_over(request, Newcomer(request, address, data))
        except BaseException:
            self.limits.closed(address, had_signed_in=False)
            self.limits.leave_door(address)
            raise
        self.limits.leave_door(address)

    def hand_over(self, request: socket.socket, newcomer: Newcomer) -> None:
        """Give a connection away with its first lines."""
        request.setblocking(False)
        with contextlib.suppress(OSError):  # it may have gone already
            request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.adopt(newcomer)

    def keep_open(self, request: socket.socket) -> None:
        """Let a connection outlive its thread."""
        self._handed_over.add(request)

    def keep_no_longer(self, request: socket.socket) -> None:
        """Let a connection end with its thread, for nobody has taken it over."""
        self._handed_over.discard(request)

    def shutdown_request(self, request: Any) -> None:
        """Close a connection, unless it was handed over."""
        if request in self._handed_over:
            self._handed_over.discard(request)
        else:
            super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - as in socketserver
        """Log what went wrong at the door; the others go on."""
        log.exception("A connection failed at the door")  # noqa: LOG004 - socketserver calls this while it handles the exception

    def _let_in(self, request: socket.socket, arrival: Arrival) -> None:
        try:
            self.process_request_thread(request, arrival)
        finally:
            self.limits.leave_door(arrival.address)


class DoorHandler(socketserver.BaseRequestHandler):
    """Finds out what one connection speaks, and hands it over with its first lines."""

    request: socket.socket
    client_address: Arrival
    server: Door

    def setup(self) -> None:
        """Begin outside."""
        self.is_inside = False

    def handle(self) -> None:
        """Settle what has to be, and hand over; who is too slow is sent away."""
        server, arrival = self.server, self.client_address
        deadline = time.monotonic() + server.patience
        doorway = Doorway(self.request, arrival.data, deadline, time.monotonic)
        server.limits.standing.add(doorway)
        try:
            settled = server.threshold.settle(doorway)
            host_name = self._look_up(deadline)
        except TimeoutError:
            server.limits.turn_away()
            doorway.say_last(_farewell("You said nothing for too long."))
        except TurnedAway as reason:
            server.limits.turn_away()
            log.debug("%s was not let in: %s", arrival.address, reason)
        except (Gone, OSError) as reason:
            log.debug("%s has left at the door: %s", arrival.address, reason)
        else:
            self._go_inside(settled, host_name)
        finally:
            server.limits.standing.remove(doorway)

    def _look_up(self, deadline: float) -> str | None:
        names, address = self.server.host_names, self.client_address.address
        if names is None:
            return None
        return names.name_of(address, deadline - time.monotonic())

    def _go_inside(self, settled: Settled, host_name: str | None) -> None:
        server, arrival = self.server, self.client_address
        newcomer = Newcomer(
            self.request,
            arrival.address,
            settled.data,
            settled.codec,
            settled.is_secure,
            host_name,
        )
        server.keep_open(self.request)
        try:
            server.hand_over(self.request, newcomer)
        except BaseException:
            server.keep_no_longer(self.request)
            raise
        self.is_inside = True

    def finish(self) -> None:
        """Count a connection no longer that nobody has taken over."""
        if not self.is_inside:
            self.server.limits.closed(self.client_address.address, had_signed_in=False)


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
        request.send(_farewell(sentence))


def _farewell(sentence: str) -> bytes:
    return f"ERROR :{sentence}\r\n".encode()
