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
from queue import SimpleQueue
from typing import Any

from server.network.calls import taken_from
from server.network.door_handler import DoorHandler
from server.network.door_limits import Admission, DoorLimits
from server.network.door_threads import DoorThreads
from server.network.first_words import is_this_machine, said_already, turn_away
from server.network.host_names import HostNames
from server.network.newcomer import Arrival, Newcomer, plain_address
from server.network.opening import Opening, opening_of
from server.network.threshold import Threshold
from server.network.turned_away import REFUSALS
from server.network.usher import Usher

log = logging.getLogger(__name__)

SECONDS_WITHOUT_FILES = 0.1
MOST_AT_ONCE = 16
"""So many are let in while everybody else waits: it takes less than a millisecond."""

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
        usher: Usher,
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
            usher: lets in, on the thread that serves them, those who need no waiting
                for.
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
        self.usher = usher
        self._door_threads = DoorThreads()
        self._silent: SimpleQueue[tuple[socket.socket, Arrival]] = SimpleQueue()
        self._handed_over: set[socket.socket] = set()
        self._serving: threading.Thread | None = None
        self._is_let_go = True
        super().__init__(address, DoorHandler, bind_and_activate=False)
        if listening is None:
            self._listen()
        else:
            self.socket.close()
            self.socket = listening
            self.server_address = listening.getsockname()
        self.socket.setblocking(False)

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
            target=self._serve, name="listener", daemon=True
        )
        self._serving.start()

    def close(self) -> None:
        """Let nobody in any more, through no door that has the same limits."""
        self.limits.close()
        self.usher.look_again()
        if self._serving is not None:
            self._serving.join()
        self._send_silent_away()
        if self._is_let_go:
            self.server_close()

    def _serve(self) -> None:
        """Wait for whom the usher does not wait for, until the door is closed."""
        while not self.limits.is_closed:
            self._is_let_go = self.usher.run(
                self.socket, self._let_some_in, lambda: self.limits.is_closed
            )
            if not self._give_threads():
                self.handle_request()

    def get_request(self) -> Any:
        """Take the next connection.

        Where nothing is free for it, wait a moment: the connection stays in the queue,
        and asking again at once would only burn time that those who are here need to
        leave.
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
        arrival = self._admit(request, client_address, self.patience)
        if arrival is not None and not self._hand_over_at_once(request, arrival):
            self._give_thread(request, arrival)

    def _give_threads(self) -> bool:
        """Let those be waited for who have not spoken; tell whether there are any."""
        if self.limits.is_closed or self._silent.empty():
            return False
        for request, arrival in taken_from(self._silent):
            self._guard(request, partial(self._give_thread, request, arrival))
        return True

    def _let_some_in(self) -> bool:
        """Hand over those who have spoken, and keep the others, for the door's thread.

        False: there are others, or no place or nothing else is free for anybody.
        """
        for _ in range(MOST_AT_ONCE):
            if self.limits.is_full:
                return False
            try:
                request, address = super().get_request()
            except OSError as error:
                if error.errno in NOTHING_FREE:
                    return False
                break
            self._guard(request, partial(self._let_in_at_once, request, address))
        if self.limits.is_closed:
            self._send_silent_away()
        return self._silent.empty()

    def _send_silent_away(self) -> None:
        """End those for whom nobody will wait, as the door is closed."""
        for request, arrival in taken_from(self._silent):
            self.limits.closed(arrival.address, had_signed_in=False)
            self.limits.leave_door(arrival.address)
            self.shutdown_request(request)

    def _let_in_at_once(self, request: socket.socket, address: Any) -> None:
        arrival = self._admit(request, address, 0.0)
        if arrival is not None and not self._hand_over_at_once(request, arrival):
            self._silent.put((request, arrival))

    def _guard(self, request: socket.socket, do: Callable[[], None]) -> None:
        """Do something for one connection; if it fails, the others go on."""
        try:
            do()
        except Exception:  # noqa: BLE001 - whatever it is
            self.handle_error(request, None)
            self.shutdown_request(request)

    def _admit(
        self, request: socket.socket, client_address: Any, patience: float
    ) -> Arrival | None:
        """Give who arrives with what he has said, or turn him away."""
        address = plain_address(client_address[0])
        is_own = is_this_machine(request, address)
        admission = self.limits.admit(address, patience, is_own=is_own)
        if admission is Admission.ADMITTED:
            return Arrival(address, said_already(request))
        turn_away(request, REFUSALS[admission])
        self.shutdown_request(request)
        return None

    def _hand_over_at_once(self, request: socket.socket, arrival: Arrival) -> bool:
        """Hand over who speaks plain lines already; False: he has to be waited for."""
        data = arrival.data
        is_ready = data and opening_of(data) is Opening.LINES
        if not is_ready or self.host_names is not None:
            return False
        try:
            self.hand_over(request, Newcomer(request, arrival.address, data))
        except BaseException:
            self.limits.closed(arrival.address, had_signed_in=False)
            raise
        finally:
            self.limits.leave_door(arrival.address)
        return True

    def _give_thread(self, request: socket.socket, arrival: Arrival) -> None:
        try:
            self._door_threads.run(partial(self._let_in, request, arrival))
        except BaseException:
            self.limits.closed(arrival.address, had_signed_in=False)
            self.limits.leave_door(arrival.address)
            raise

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
