"""Finds the names of newcomers' addresses; only one that leads back is believed."""

import ipaddress
import logging
import re
import socket
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from queue import Empty, SimpleQueue

from server.network.door_threads import DoorThreads

log = logging.getLogger(__name__)

SECONDS_FOR_A_LOOK_UP = 5.0
SECONDS_TO_REMEMBER = 300.0
MOST_LOOK_UPS = 32
MOST_REMEMBERED = 4096

_HOST_NAME = re.compile(r"(?=.{1,63}$)[0-9a-z][0-9a-z_.-]*[a-z][0-9a-z-]*")

Resolve = Callable[[str], str | None]


class HostNames:
    """Gives names for addresses, in bounded time, on bounded threads of its own.

    The system's resolver cannot be interrupted: who has waited long enough goes on
    without a name, and the thread ends when the resolver does.
    """

    def __init__(
        self,
        resolve: Resolve | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        most_look_ups: int = MOST_LOOK_UPS,
    ) -> None:
        """Look up by `resolve`; without it, by the system's resolver."""
        self._resolve = resolve or confirmed_name
        self._monotonic = monotonic
        self._places = threading.BoundedSemaphore(most_look_ups)
        self._threads = DoorThreads("host-name")
        self._lock = threading.Lock()
        self._known: OrderedDict[str, tuple[str | None, float]] = OrderedDict()

    def name_of(self, address: str, seconds: float) -> str | None:
        """Give an address's confirmed name; None: none was found in that time.

        Any thread may ask. It waits no longer than SECONDS_FOR_A_LOOK_UP.
        """
        with self._lock:
            name, known_until = self._known.get(address, (None, 0.0))
        if self._monotonic() < known_until:
            return name
        if seconds <= 0 or not self._places.acquire(blocking=False):
            return None
        answer: SimpleQueue[str | None] = SimpleQueue()
        try:
            self._threads.run(lambda: self._look_up(address, answer))
        except RuntimeError:  # the system gives no thread
            self._places.release()
            return None
        try:
            return answer.get(timeout=min(seconds, SECONDS_FOR_A_LOOK_UP))
        except Empty:
            return None

    def _look_up(self, address: str, answer: SimpleQueue[str | None]) -> None:
        name = None
        try:
            name = self._resolve(address)
            self._remember(address, name)
        except Exception:
            log.exception("An address cannot be looked up")
        finally:
            self._places.release()
            answer.put(name)

    def _remember(self, address: str, name: str | None) -> None:
        with self._lock:
            self._known[address] = name, self._monotonic() + SECONDS_TO_REMEMBER
            self._known.move_to_end(address)
            if len(self._known) > MOST_REMEMBERED:
                self._known.popitem(last=False)


def confirmed_name(address: str) -> str | None:
    """Ask the system for the name of an address, and whether it leads back there."""
    try:
        name, _ = socket.getnameinfo((address, 0), socket.NI_NAMEREQD)
        name = name.rstrip(".").lower()
        found = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return None
    addresses = {ipaddress.ip_address(str(each[4][0])) for each in found}
    leads_back = ipaddress.ip_address(address) in addresses
    return name if leads_back and is_host_name(name) else None


def is_host_name(name: str) -> bool:
    """Tell whether a name can stand for a host, and cannot be taken for an address."""
    return _HOST_NAME.fullmatch(name) is not None
