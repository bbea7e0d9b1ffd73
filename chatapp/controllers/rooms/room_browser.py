"""The card of all rooms of a server: finds one to join, or leads to making one."""

from collections.abc import Callable, Container, Sequence
from operator import attrgetter
from typing import Protocol

from chatapp.controllers.rooms import rooms_wording as words
from chatapp.models.entities import ListedRoom, RoomOffer
from chatapp.models.events import RequestRefused
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.scheduler import Scheduler, Timer
from chatapp.models.rooms.room_events import RoomsListed
from chatapp.wire.names import fold

PAUSE_SECONDS = 0.3
"""While rooms come in by the thousand, they are drawn anew only so often."""


class RoomBrowserView(Protocol):
    """A card with a field to search in, and a list of rooms."""

    on_search: Callable[[str], None]
    on_join: Callable[[str], str | None]
    on_make: Callable[[str], None]

    @property
    def is_open(self) -> bool:
        """Whether the card is still there."""

    def show_rooms(self, rooms: Sequence[RoomOffer], text: str) -> None:
        """List these, under some words."""


class RoomBrowserWindow(Protocol):
    """The window, as far as the card is concerned."""

    def new_room_browser(self, title: str, search: str) -> RoomBrowserView:
        """Open an empty card."""


class _Found:
    """A room, its key, and the text in which it is found: each is made only once."""

    __slots__ = ("key", "offer", "rank", "text")

    def __init__(self, room: ListedRoom, mine: Container[str]) -> None:
        self.key = fold(room.name)
        is_joined = self.key in mine
        self.offer = RoomOffer(room.name, room.people, room.topic, is_joined)
        self.rank = (-room.people, room.name)
        self.text = f"{room.name}\n{room.topic}".casefold()


class RoomBrowserController:
    """Asks for the rooms each time the card is opened, and shows them as they come."""

    def __init__(
        self,
        window: RoomBrowserWindow,
        network: Network,
        bus: EventBus,
        scheduler: Scheduler,
        join: Callable[[str], str | None],
    ) -> None:
        """Join what was typed by `join`, which tells what is wrong with it."""
        self.on_make: Callable[[str], None] = lambda _name: None
        self._window = window
        self._network = network
        self._scheduler = scheduler
        self._join = join
        self._view: RoomBrowserView | None = None
        self._rooms: dict[str, _Found] = {}
        self._by_people: list[_Found] | None = None
        self._is_whole = False
        self._searched = ""
        self._problem = ""
        self._timer: Timer | None = None
        bus.subscribe(RoomsListed, self._listed)
        bus.subscribe(RequestRefused, self._refused)

    def open(self) -> None:
        """Show the card, and ask the server."""
        view = self._view = self._window.new_room_browser(
            words.rooms_of(self._network.name), words.FIND_ROOM
        )
        view.on_search = self._search
        view.on_join = self._join
        view.on_make = self.on_make
        self._rooms, self._by_people, self._is_whole = {}, None, False
        self._searched = self._problem = ""
        self._draw()
        self._network.directory.ask()

    def _listed(self, event: RoomsListed) -> None:
        if self._view is None:
            return
        mine = {fold(it.name) for it in self._network.rooms() if it.joined}
        # By name, as a list that was asked for before may still be on its way.
        found = [_Found(room, mine) for room in event.rooms]
        self._rooms.update((it.key, it) for it in found)
        self._by_people = None
        self._is_whole = event.is_whole
        if self._is_whole:
            self._draw()
        elif self._timer is None:
            self._draw()
            self._timer = self._scheduler.call_later(PAUSE_SECONDS, self._draw)

    def _refused(self, event: RequestRefused) -> None:
        if self._view and not self._is_whole and not event.about.startswith("#"):
            self._problem = event.text
            self._draw()

    def _search(self, text: str) -> None:
        self._searched = text.strip()
        self._draw()

    def _draw(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if self._view is None or not self._view.is_open:
            self._view = None
            return
        found = self._found()
        text = self._words(len(found))
        if self._may_be_new():
            found.append(RoomOffer(self._searched, is_new=True))
        self._view.show_rooms(found, text)

    def _found(self) -> list[RoomOffer]:
        """Give what fits, the room with most people first."""
        if self._by_people is None:
            self._by_people = sorted(self._rooms.values(), key=attrgetter("rank"))
        wanted = self._searched.casefold().lstrip("#")
        return [it.offer for it in self._by_people if wanted in it.text]

    def _may_be_new(self) -> bool:
        """Tell whether something is typed that is no room's whole name."""
        name = fold(self._searched)
        return bool(name) and self._rooms.keys().isdisjoint((name, f"#{name}"))

    def _words(self, found: int) -> str:
        if self._problem:
            return self._problem
        if not self._is_whole:
            return words.listing(len(self._rooms))
        fewest = self._network.directory.leaves_out_below
        return words.listed(found, fewest)
