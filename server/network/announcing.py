"""Announces the server in the local network by mDNS, on every interface that is there.

Specifications: https://www.rfc-editor.org/rfc/rfc6762 and
https://www.rfc-editor.org/rfc/rfc6763
"""

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from chatapp.system.mdns import open_zeroconf
from chatapp.wire.announcement import SERVICE, Announcement, shorten_name
from chatapp.wire.ports import PLAIN_PORT
from server.log_lines import log_event

if TYPE_CHECKING:
    from zeroconf import ServiceInfo, Zeroconf

log = logging.getLogger(__name__)

SECONDS_BETWEEN_LOOKS = 1.0
LOOKS_BETWEEN_WORDS = 5
"""Where the addresses are the same, what is said is looked at less often."""

MOST_LOOKS_PASSED = 300
"""Where it cannot be announced, that many looks at most are let pass before a try."""

MOST_LABEL_BYTES = 50
"""A label has 63 bytes, and two numbers may have to stand behind the name."""

MOST_OF_ONE_NAME = 99

HOST_DIGITS = 12
NOWHERE: tuple[str, ...] = ()


class Announcer:
    """Announces one server, follows what changes, and says goodbye.

    Nobody waits for it, and nothing that fails here harms the server: a network without
    multicast is left alone and looked at again later, less and less often.
    """

    def __init__(
        self,
        port: int,
        tell: Callable[[], Announcement | None],
        addresses: Callable[[], Sequence[str]],
        interfaces: Sequence[str] | None = None,
        seconds: float = SECONDS_BETWEEN_LOOKS,
    ) -> None:
        """Stand ready; `start` begins.

        Args:
            port: where the server listens.
            tell: gives what is announced now; None: it cannot be told at present.
            addresses: gives where others reach the server, at this moment.
            interfaces: where it is announced; None: everywhere.
            seconds: between two looks at what has changed.
        """
        self._port = port
        self._tell = tell
        self._addresses = addresses
        self._interfaces = interfaces
        self._seconds = seconds
        self._has_ended = threading.Event()
        self._zeroconf: Zeroconf | None = None
        self._info: ServiceInfo | None = None
        self._announced_at = NOWHERE
        self._looks = 0
        self._rest = Rest()
        self._thread = threading.Thread(
            target=self._run, name="announcing", daemon=True
        )

    def start(self) -> None:
        """Begin to announce."""
        self._thread.start()

    def begin_to_stop(self) -> None:
        """Say goodbye soon."""
        self._has_ended.set()

    def wait_until_stopped(self, seconds: float) -> None:
        """After `begin_to_stop`: wait until the goodbye is said, but not for long."""
        if self._thread.is_alive():
            self._thread.join(seconds)

    def _run(self) -> None:
        while not self._has_ended.is_set():
            try:
                addresses = tuple(self._addresses())
                if not self._rest.lets_pass(addresses):
                    self._look(addresses)
            except Exception as error:  # noqa: BLE001 - the server goes on whatever it is
                if self._rest.is_first_failure():
                    reason = type(error).__name__
                    log.info("The server cannot be announced until later: %s", reason)
                self._fall_silent()
            self._has_ended.wait(self._seconds)
        self._fall_silent()

    def _look(self, addresses: tuple[str, ...]) -> None:
        """Announce what is so now, where the network is now."""
        if addresses != self._announced_at:
            self._fall_silent()
        elif not self._is_time_for_words():
            return
        elif self._is_taken():
            self._give_way()
        told = self._tell()
        if told is None or not addresses:
            return
        if self._zeroconf is None:
            self._begin(told, addresses)
        else:
            self._update(told)
        self._rest.end()

    def _is_time_for_words(self) -> bool:
        self._looks += 1
        return self._looks % LOOKS_BETWEEN_WORDS == 0

    def _begin(self, told: Announcement, addresses: tuple[str, ...]) -> None:
        self._zeroconf = open_zeroconf(self._interfaces)
        for label in _labels(told.name, self._port):
            info = self._describe(f"{label}.{SERVICE}", told, addresses)
            if _register(self._zeroconf, info):
                break
        self._info, self._announced_at = info, addresses
        log_event(log, "announced", name=info.name, port=self._port)

    def _is_taken(self) -> bool:
        """Tell whether the name is another server's by now; else it is said again.

        Two that came at the same moment, or from two networks that became one, have
        not heard each other before: who comes first by its host's name keeps it
        (https://www.rfc-editor.org/rfc/rfc6762#section-9).
        """
        zeroconf, info = self._zeroconf, self._info
        if zeroconf is None or info is None:
            return False
        own, owner = (info.server_key, info.port), _owner(zeroconf, info)
        if owner and own < owner:
            zeroconf.update_service(info)
        return owner is not None and own > owner

    def _give_way(self) -> None:
        """Leave the name to the other server, without a goodbye: that would be its."""
        if self._zeroconf and self._info:
            self._zeroconf.registry.async_remove(self._info)
        self._fall_silent()

    def _update(self, told: Announcement) -> None:
        """Announce anew what has changed; the name of the entry stays what it was."""
        zeroconf, info = self._zeroconf, self._info
        if zeroconf is None or info is None:
            return
        if info.decoded_properties != told.render():
            self._info = self._describe(info.name, told, self._announced_at)
            zeroconf.update_service(self._info)

    def _describe(
        self, name: str, told: Announcement, addresses: tuple[str, ...]
    ) -> "ServiceInfo":
        from zeroconf import ServiceInfo  # noqa: PLC0415 - it takes a moment to load

        own = told.fingerprint.hex[:HOST_DIGITS] if told.fingerprint else self._port
        return ServiceInfo(
            SERVICE,
            name,
            port=self._port,
            properties=told.render(),
            server=f"chatapp-{own}.local.",
            parsed_addresses=list(addresses),
        )

    def _fall_silent(self) -> None:
        zeroconf, self._zeroconf, self._info = self._zeroconf, None, None
        self._announced_at = NOWHERE
        if zeroconf is not None:
            with contextlib.suppress(Exception):  # the network may have gone first
                zeroconf.close()


class Rest:
    """Lets looks pass after a failure, twice as many after each more, at one place."""

    def __init__(self) -> None:
        self._failures = 0
        self._left = 0
        self._place = NOWHERE

    def lets_pass(self, place: tuple[str, ...]) -> bool:
        """Tell whether this look is one of those; another place is tried at once."""
        if place != self._place:
            self._place, self._left = place, 0
        is_passed = self._left > 0
        self._left -= is_passed
        return is_passed

    def is_first_failure(self) -> bool:
        """Rest after a failure; tell whether it is the first since the last success."""
        self._failures += 1
        self._left = min(2**self._failures, MOST_LOOKS_PASSED)
        return self._failures == 1

    def end(self) -> None:
        """Know that it is announced."""
        self._failures = self._left = 0


def _labels(name: str, port: int) -> Iterator[str]:
    """Give what an entry may be called: the first that nobody else has is it.

    Two servers on one computer have two ports, so one at another than the usual one
    tells it. A number stands behind a name that is taken, as
    https://www.rfc-editor.org/rfc/rfc6763#appendix-D has it.
    """
    label = shorten_name(name.replace(".", " "), MOST_LABEL_BYTES) or "chat"
    if port != PLAIN_PORT:
        label = f"{label} {port}"
    yield label
    for number in range(2, MOST_OF_ONE_NAME):
        yield f"{label} ({number})"


def _register(zeroconf: "Zeroconf", info: "ServiceInfo") -> bool:
    """Announce an entry; tell whether nobody else has its name."""
    from zeroconf import NonUniqueNameException  # noqa: PLC0415 - it takes a moment to load

    try:
        zeroconf.register_service(info)
    except NonUniqueNameException:
        return False
    return True


def _owner(zeroconf: "Zeroconf", info: "ServiceInfo") -> tuple[str, int] | None:
    """Give who was heard last to have an entry's name: a host, and a port."""
    from zeroconf import ServiceInfo  # noqa: PLC0415 - it takes a moment to load

    heard = ServiceInfo(SERVICE, info.name)
    heard.load_from_cache(zeroconf)
    return (heard.server_key, heard.port) if heard.server_key and heard.port else None
