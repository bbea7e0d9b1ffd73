"""The rooms of a server that one is not in: found by a few letters, to be joined."""

from collections.abc import Callable, Sequence
from itertools import chain, islice
from typing import NamedTuple

from chatapp.controllers.wording import plural
from chatapp.controllers.writing.nearness import without_accents
from chatapp.models.entities import Connectedness, Finding, FindingKind, ListedRoom
from chatapp.models.events import ConnectionChanged
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.scheduler import Scheduler, Timer
from chatapp.models.rooms.room_events import RoomsListed
from chatapp.wire.names import fold

SECONDS_FOR_AN_ANSWER = 300.0
"""For so long a server is not asked again that has not told all yet."""

LEAST_FRESH_SECONDS = 5.0
FRESH_SECONDS_FOR_EACH = 0.02
"""What many rooms are is asked seldom: it is much to tell."""

MOST_KEPT = 20_000


class _Known(NamedTuple):
    """A room, the key by which it is told from others, and that without accents."""

    letters: str
    key: str
    room: ListedRoom


class OtherRooms:
    """Asks the server now and then; `on_listed` hears that it has told all."""

    def __init__(self, network: Network, bus: EventBus, scheduler: Scheduler) -> None:
        self.on_listed: Callable[[], None] = lambda: None
        self._network = network
        self._scheduler = scheduler
        self._is_fresh = False
        self._until_asked: Timer | None = None
        self._rooms: Sequence[_Known] = ()
        self._fitting: tuple[str, Sequence[_Known]] = "", ()
        self._coming: dict[str, _Known] = {}
        bus.subscribe(RoomsListed, self._listed)
        bus.subscribe(ConnectionChanged, self._connection_changed)

    def ask(self) -> None:
        """Ask which rooms there are, unless that was asked a short time ago."""
        if self._is_fresh or not self._is_online:
            return
        self._is_fresh = self._network.directory.ask(is_unseen=True)
        self._stay_fresh(SECONDS_FOR_AN_ANSWER)

    def find(self, wanted: str, most: int) -> Sequence[Finding]:
        """Give rooms with these letters in their name, that with most people first.

        Args:
            wanted: folded letters, without the sign that channels begin with.
            most: how many to give at most.
        """
        if not self._is_online:
            return []
        wanted = without_accents(wanted)
        mine = {_key(room.name) for room in self._network.rooms()}
        fitting = [it for it in self._fit(wanted) if it.key not in mine]
        first = (it for it in fitting if it.letters.startswith(wanted))
        then = (it for it in fitting if not it.letters.startswith(wanted))
        return [_finding(it.room) for it in islice(chain(first, then), most)]

    def _fit(self, wanted: str) -> Sequence[_Known]:
        """Give the rooms whose names hold this; a longer one fits none but of these.

        Letters that only stand apart in a name are too little for a room unknown.
        """
        before, rooms = self._fitting
        if not wanted.startswith(before):
            rooms = self._rooms
        fitting = [it for it in rooms if wanted in it.letters]
        self._fitting = wanted, fitting
        return fitting

    @property
    def _is_online(self) -> bool:
        return self._network.state is Connectedness.ONLINE

    def _listed(self, event: RoomsListed) -> None:
        for room in event.rooms[: MOST_KEPT - len(self._coming)]:
            key = _key(room.name)
            self._coming[key] = _Known(without_accents(key), key, room)
        if not event.is_whole:
            return
        known = self._coming.values()
        self._rooms = sorted(known, key=lambda it: -it.room.people)
        self._fitting, self._coming = ("", self._rooms), {}
        each = FRESH_SECONDS_FOR_EACH * len(self._rooms)
        self._stay_fresh(max(LEAST_FRESH_SECONDS, each))
        self.on_listed()

    def _connection_changed(self, _event: ConnectionChanged) -> None:
        """Whatever comes next, what was on its way is not whole."""
        self._coming.clear()
        self._grow_old()

    def _stay_fresh(self, seconds: float) -> None:
        if self._until_asked is not None:
            self._until_asked.cancel()
        self._until_asked = self._scheduler.call_later(seconds, self._grow_old)

    def _grow_old(self) -> None:
        self._is_fresh = False


def _key(name: str) -> str:
    return fold(name).lstrip("#&")


def _finding(room: ListedRoom) -> Finding:
    people = plural(room.people, "person", "people")
    return Finding(FindingKind.OTHER_ROOM, room.name, people)
