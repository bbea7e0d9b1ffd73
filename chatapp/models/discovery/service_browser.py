"""Hears by mDNS which chats announce themselves (DNS-SD), as library zeroconf tells.

Specifications: https://www.rfc-editor.org/rfc/rfc6762 and
https://www.rfc-editor.org/rfc/rfc6763
"""

import asyncio
import contextlib
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from chatapp.models.discovery.sightings import Heard
from chatapp.system.mdns import open_zeroconf
from chatapp.wire.announcement import SERVICE, Announcement, MalformedAnnouncement

if TYPE_CHECKING:
    from concurrent.futures import Future

    from zeroconf import Zeroconf
    from zeroconf.asyncio import AsyncServiceInfo

MOST_WAITING = 500
MOST_ASKED = 20
ASKING_MILLISECONDS = 3000


class ServiceBrowser:
    """Listens from the moment it is made until it is closed, on threads of its own."""

    def __init__(
        self, on_heard: Callable[[], None], interfaces: Sequence[str] | None = None
    ) -> None:
        """Begin to listen; `on_heard` is called on another thread, and must not wait.

        Args:
            on_heard: tells that `take` has something to give.
            interfaces: the addresses to listen at; None: all there are.

        Raises:
            OSError: nothing can be heard in this network, or there is none.
        """
        # It takes a moment to load, and the window shall not wait for it.
        from zeroconf import RecordUpdateListener  # noqa: PLC0415 - so
        from zeroconf import ServiceBrowser as Browser  # noqa: PLC0415 - so

        browser = self

        class Counter(RecordUpdateListener):
            def async_update_records(
                self, zc: "Zeroconf", now: float, records: Sequence[object]
            ) -> None:
                del zc, now
                browser.records += len(records)

            def async_update_records_complete(self) -> None:
                """Records are counted already."""

        self.records = 0
        """So many records of whatever kind were heard; anybody can send any number."""
        self._on_heard = on_heard
        self._changed: dict[str, None] = {}
        self._asked: set[str] = set()
        self._lock = threading.Lock()
        self._zeroconf = open_zeroconf(interfaces)
        self._zeroconf.add_listener(Counter(), None)
        self._browser = Browser(self._zeroconf, SERVICE, handlers=[self._note])

    def take(self, most: int) -> list[str]:
        """Give entries that have come, changed or gone, so many at most."""
        with self._lock:
            taken = [*self._changed][:most]
            for entry in taken:
                del self._changed[entry]
        return taken

    def read(self, entry: str) -> Heard | None:
        """Give what an entry says; None where it is damaged, or not whole.

        What is not whole is asked for, and comes again in `take`.
        """
        from zeroconf import BadTypeInNameException, IPVersion  # noqa: PLC0415 - so
        from zeroconf.asyncio import AsyncServiceInfo  # noqa: PLC0415 - so

        try:
            info = AsyncServiceInfo(SERVICE, entry)
            if not info.load_from_cache(self._zeroconf):
                self._ask(entry, info)
                return None
            told = Announcement.parse(info.properties)
        except (BadTypeInNameException, MalformedAnnouncement, UnicodeError):
            return None
        addresses = info.parsed_scoped_addresses(IPVersion.All)
        return Heard(entry, told, tuple(addresses), info.port or 0)

    def is_listed(self, entry: str) -> bool:
        """Tell whether the directory has it still: who leaves says so there only."""
        found = self._zeroconf.cache.current_entry_with_name_and_alias(SERVICE, entry)
        return found is not None

    def close(self) -> None:
        """Listen no more; this may take a moment."""
        with contextlib.suppress(Exception):  # the network may have gone first
            self._browser.cancel()
        with contextlib.suppress(Exception):
            self._zeroconf.close()

    def _note(self, *_event: object, name: str = "", **_more: object) -> None:
        """Note that something is new with an entry; on the library's thread."""
        with self._lock:
            if len(self._changed) >= MOST_WAITING:
                return
            self._changed[name] = None
        self._on_heard()

    def _ask(self, entry: str, info: "AsyncServiceInfo") -> None:
        """Ask for what is missing; one time, and few at once."""
        loop = self._zeroconf.loop
        if loop is None or entry in self._asked or len(self._asked) >= MOST_ASKED:
            return
        self._asked.add(entry)
        asking = info.async_request(self._zeroconf, ASKING_MILLISECONDS)
        answer = asyncio.run_coroutine_threadsafe(asking, loop)
        answer.add_done_callback(lambda future: self._answered(entry, future))

    def _answered(self, entry: str, answer: "Future[bool]") -> None:
        self._asked.discard(entry)
        if not answer.cancelled() and answer.exception() is None and answer.result():
            self._note(name=entry)
