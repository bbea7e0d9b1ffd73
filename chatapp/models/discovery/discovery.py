"""Finds the chats around here, on a thread of its own, and tells who watches."""

import logging
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Protocol

from chatapp.models.connection.round_trip import round_trips
from chatapp.models.discovery.nearby import Interfaces, own_interfaces
from chatapp.models.discovery.sightings import Heard, Sightings
from chatapp.models.entities import Neighbourhood, Outlook
from chatapp.models.program.failures import log_failure

log = logging.getLogger(__name__)

DISCOVERY_VARIABLE = "CHATAPP_DISCOVERY"
"""With "off" in the environment nothing is looked for in the network."""

SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_AT_LEAST = 0.1
"""So often at most the window is told something new, however much is announced."""

SECONDS_TO_ANSWER = 1.5
SECONDS_TO_SETTLE = 1.5
SECONDS_TO_FIND = 3.0
SECONDS_BLOCKED = 5.0
SECONDS_OF_REST = 30.0
SECONDS_OF_A_FLOOD = 60.0
MOST_RECORDS = 10_000
MOST_READ = 60
"""So many entries are read in one look, so that a flood leaves time to others."""

Listener = Callable[[Neighbourhood], None]
Post = Callable[[Callable[[], None]], None]


class Browser(Protocol):
    """Hears announcements, as ServiceBrowser does."""

    records: int

    def take(self, most: int) -> list[str]:
        """Give entries with which something is new, so many at most."""

    def read(self, entry: str) -> Heard | None:
        """Give what an entry says; None where it says nothing."""

    def is_listed(self, entry: str) -> bool:
        """Tell whether an entry is there still."""

    def close(self) -> None:
        """Listen no more."""


OpenBrowser = Callable[[Callable[[], None]], Browser]


class Lookout(Protocol):
    """Tells of the chats around here, as Discovery does."""

    def watch(self, listener: Listener, *, seldom: bool = False) -> None:
        """Tell this listener of what is found, until `unwatch`.

        Args:
            listener: is told on the main thread.
            seldom: whether it will do for it that servers that are known are seldom
                looked after.
        """

    def unwatch(self, listener: Listener) -> None:
        """Tell it no more."""


class NoLookout:
    """Looks for nothing: who started the window asked for that."""

    def watch(self, listener: Listener, *, seldom: bool = False) -> None:
        """Tell that nothing is to be found."""
        del seldom
        listener(Neighbourhood(Outlook.OFF))

    def unwatch(self, listener: Listener) -> None:
        """Tell nothing, as before."""
        del listener


def open_service_browser(on_heard: Callable[[], None]) -> Browser:
    """Hear announcements; what that needs is loaded by who looks for chats only."""
    from chatapp.models.discovery.service_browser import ServiceBrowser  # noqa: PLC0415

    return ServiceBrowser(on_heard)


class Discovery:
    """Looks for chats for as long as somebody watches; for the main thread only."""

    def __init__(
        self,
        post: Post,
        open_browser: OpenBrowser = open_service_browser,
        interfaces: Callable[[], Interfaces] = own_interfaces,
    ) -> None:
        self._post = post
        self._open_browser = open_browser
        self._interfaces = interfaces
        self._listeners: dict[Listener, bool] = {}
        self._search: Search | None = None
        self._found = Neighbourhood()

    def watch(self, listener: Listener, *, seldom: bool = False) -> None:
        """Tell this listener of what is found, until `unwatch`."""
        self._listeners[listener] = seldom
        if self._search is None:
            self._found = Neighbourhood()
            self._search = Search(self._open_browser, self._interfaces)
            self._search.start(partial(self._tell_later, self._search))
        self._search.is_seldom = all(self._listeners.values())
        listener(self._found)

    def unwatch(self, listener: Listener) -> None:
        """Tell it no more; with the last listener the search ends."""
        self._listeners.pop(listener, None)
        if self._search and not self._listeners:
            self._search.begin_to_end()
            self._search = None
        elif self._search:
            self._search.is_seldom = all(self._listeners.values())

    def _tell_later(self, search: "Search", found: Neighbourhood) -> None:
        self._post(partial(self._tell, search, found))

    def _tell(self, search: "Search", found: Neighbourhood) -> None:
        if search is not self._search:
            return
        self._found = found
        for listener in tuple(self._listeners):
            listener(found)


class Search:
    """One search, from its beginning to its end: its thread, and what that one does."""

    def __init__(
        self,
        open_browser: OpenBrowser,
        interfaces: Callable[[], Interfaces],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._open_browser = open_browser
        self._own_interfaces = interfaces
        self._clock = clock
        self.is_seldom = False
        """Whether servers that are known may be looked after seldom."""

        self._sightings = Sightings()
        self._interfaces: Interfaces = ()
        self._browser: Browser | None = None
        self._opened_at = self._began_at = clock()
        self._closed_until = 0.0
        self._outlook = Outlook.LOOKING
        self._unsettled: dict[str, float] = {}
        self._told: Neighbourhood | None = None
        self._told_at = -SECONDS_AT_LEAST
        self._stirred = threading.Event()
        self._has_ended = threading.Event()

    def start(self, tell: Callable[[Neighbourhood], None]) -> None:
        """Begin to look; `tell` is called on the search's own thread."""
        threading.Thread(
            target=self._run, args=(tell,), name="chatapp-discovery", daemon=True
        ).start()

    def begin_to_end(self) -> None:
        """Look no more; nobody waits for that."""
        self._has_ended.set()
        self._stirred.set()

    def _run(self, tell: Callable[[Neighbourhood], None]) -> None:
        while not self._has_ended.is_set():
            try:
                self._look(tell)
            except Exception as error:  # noqa: BLE001 - the thread's outer edge
                log_failure(log, "The search for chats failed", error)
                self._close(Outlook.BLOCKED, SECONDS_BLOCKED)
            self._tell_if_new(tell)
            self._stirred.wait(SECONDS_BETWEEN_LOOKS)
            self._stirred.clear()
            self._has_ended.wait(SECONDS_AT_LEAST)
        self._close(self._outlook, 0)

    def _look(self, tell: Callable[[Neighbourhood], None]) -> None:
        """Hear what is announced, and visit those of whom one does not know enough."""
        self._follow_interfaces()
        if self._browser is None and self._clock() >= self._closed_until:
            self._open()
        self._rest_in_a_flood()
        self._listen()
        places = self._sightings.due(self._clock(), seldom=self.is_seldom)
        for place, milliseconds in round_trips([*places], SECONDS_TO_ANSWER):
            for entry in places[place]:
                self._sightings.answered(entry, place, milliseconds)
            if self._clock() - self._told_at >= SECONDS_AT_LEAST:
                self._tell_if_new(tell)
        self._sightings.visited(entry for each in places.values() for entry in each)

    def _follow_interfaces(self) -> None:
        """Begin anew where this computer came into another network."""
        before, self._interfaces = self._interfaces, self._own_interfaces()
        if self._interfaces != before:
            self._close(Outlook.LOOKING, 0)
            self._began_at = self._clock()
            self._sightings.forget_visits()

    def _open(self) -> None:
        if not self._interfaces:
            self._close(Outlook.BLOCKED, 0)
            return
        try:
            self._browser = self._open_browser(self._stirred.set)
        except OSError as error:
            log.info("Nothing can be heard in this network: %s", error.strerror)
            self._close(Outlook.BLOCKED, SECONDS_BLOCKED)
            return
        self._opened_at = self._clock()
        self._outlook = Outlook.LOOKING

    def _rest_in_a_flood(self) -> None:
        """Let go of all that was heard before it is too much, and rest from a flood."""
        if self._browser is None or self._browser.records < MOST_RECORDS:
            return
        if self._clock() - self._opened_at < SECONDS_OF_A_FLOOD:
            log.info("Rests from a flood of announcements")
            self._close(Outlook.FLOODED, SECONDS_OF_REST)
        else:
            self._close(Outlook.LOOKING, 0)

    def _listen(self) -> None:
        if self._browser is None:
            return
        taken = self._browser.take(MOST_READ)
        if len(taken) == MOST_READ:
            self._stirred.set()  # there may be more, for the next look
        for entry in dict.fromkeys([*self._settled(), *taken]):
            heard = self._browser.read(entry)
            if not self._browser.is_listed(entry):
                self._sightings.lose(entry)
            elif heard:
                self._sightings.hear(heard, self._interfaces)
        for entry in taken:
            self._unsettled[entry] = self._clock() + SECONDS_TO_SETTLE

    def _settled(self) -> list[str]:
        """Give entries to be read once more: addresses that were left have expired.

        They hold for a second beside those that take their place, and nobody tells
        when they end (RFC 6762, 10.2).
        """
        now = self._clock()
        settled = [entry for entry, due in self._unsettled.items() if due <= now]
        for entry in settled[:MOST_READ]:
            del self._unsettled[entry]
        return settled[:MOST_READ]

    def _close(self, outlook: Outlook, seconds: float) -> None:
        """Listen no more, for so long at least."""
        self._outlook = outlook
        self._closed_until = self._clock() + seconds
        browser, self._browser = self._browser, None
        if browser is not None:
            browser.close()

    def _tell_if_new(self, tell: Callable[[Neighbourhood], None]) -> None:
        found = Neighbourhood(self._current_outlook(), self._sightings.shown())
        if found != self._told and not self._has_ended.is_set():
            self._told, self._told_at = found, self._clock()
            tell(found)

    def _current_outlook(self) -> Outlook:
        if self._outlook is not Outlook.LOOKING:
            return self._outlook
        if self._sightings.shown():
            return Outlook.FOUND
        is_early = self._clock() - self._began_at < SECONDS_TO_FIND
        return Outlook.LOOKING if is_early else Outlook.NOTHING
