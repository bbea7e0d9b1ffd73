"""The people rail: who is in the open room, by rank and by whether they are here."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from chatapp.controllers.open_room import OpenRoom
from chatapp.controllers.people import people_wording as words
from chatapp.models.entities import PeopleGroup, Person, Presence
from chatapp.models.events import (
    ConnectionChanged,
    FrameEnded,
    PeopleChanged,
    RoomChanged,
    RoomSelected,
)
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.scheduler import Scheduler, Timer
from chatapp.models.rooms.room_events import IgnoringChanged
from chatapp.wire.names import fold

FEW = 30
"""So many people are found at a glance; among more of them one can search."""
QUICK_SECONDS = 0.05
MOST_SECONDS = 5.0
REST = 9
"""What takes longer than QUICK_SECONDS is not done again for so many times as long."""


class RosterView(Protocol):
    """A rail of people in titled groups."""

    on_search: Callable[[str], None]
    on_seen: Callable[[Sequence[str]], None]

    def show_people(self, groups: Sequence[PeopleGroup]) -> None:
        """List the people."""

    def show_search(self, visible: bool) -> None:
        """Offer a field to search in, or empty it and take it away."""


class RosterController:
    """Keeps the people rail right for the open room."""

    def __init__(
        self,
        view: RosterView,
        network: Network,
        bus: EventBus,
        scheduler: Scheduler,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._view = view
        self._network = network
        self._scheduler = scheduler
        self._monotonic = monotonic
        self._rest: Timer | None = None
        self._room = OpenRoom(bus, network.same)
        self._searched = ""
        self._is_searchable = False
        self._stale = False
        view.on_search = self._search
        view.on_seen = lambda nicks: network.seen_people.see(self._room.name, nicks)
        bus.subscribe(RoomSelected, lambda _event: self._begin_anew())
        bus.subscribe(PeopleChanged, lambda event: self._changed(event.room))
        bus.subscribe(RoomChanged, lambda event: self._changed(event.room))
        for event in (ConnectionChanged, IgnoringChanged):
            bus.subscribe(event, lambda _event: self._changed(self._room.name))
        bus.subscribe(FrameEnded, lambda _event: self._draw())

    def _begin_anew(self) -> None:
        self._is_searchable, self._searched = False, ""
        self._view.show_search(visible=False)
        self._stale = True
        self._end_rest()

    def _changed(self, room: str) -> None:
        if self._room.has_name(room):
            self._stale = True

    def _search(self, text: str) -> None:
        self._searched = fold(text.strip().lstrip("@"))
        self._stale = True
        self._end_rest()
        self._draw()

    def _draw(self) -> None:
        """List the people, and rest after that in a room so large that it took long."""
        if not self._stale or self._rest:
            return
        self._stale = False
        begun = self._monotonic()
        self._show()
        seconds = self._monotonic() - begun
        if seconds > QUICK_SECONDS:
            rest = min(REST * seconds, MOST_SECONDS)
            self._rest = self._scheduler.call_later(rest, self._rested)

    def _end_rest(self) -> None:
        if self._rest:
            self._rest.cancel()
            self._rest = None

    def _rested(self) -> None:
        self._rest = None
        self._draw()

    def _show(self) -> None:
        people = self._network.people(self._room.name) if self._room.name else ()
        is_searchable = len(people) > FEW
        if is_searchable and not self._is_searchable:
            self._is_searchable = True
            self._view.show_search(visible=True)
        found = [it for it in people if self._searched in fold(it.nick)]
        self._view.show_people(group_people(self._with_ignored(found)))

    def _with_ignored(self, people: list[Person]) -> list[Person]:
        ignoring = self._network.ignoring
        if not ignoring.nicks:
            return people
        return [
            replace(it, is_ignored=True) if ignoring.ignores(it.nick) else it
            for it in people
        ]


def group_people(people: Iterable[Person]) -> list[PeopleGroup]:
    """Put people into groups: who is here by rank, and behind them who is not."""
    groups: dict[str, list[Person]] = {
        title: [] for title in (*words.RANKS.values(), words.OTHER_RANKS, words.HERE)
    }
    groups[words.LAST_HERE] = []
    groups[words.AWAY], groups[words.OFFLINE] = [], []
    for person in people:
        groups[_title_of(person)].append(person)
    return [
        PeopleGroup(title, tuple(members))
        for title, members in groups.items()
        if members
    ]


def _title_of(person: Person) -> str:
    if person.presence is Presence.AWAY:
        return words.AWAY
    if person.presence is Presence.OFFLINE:
        return words.OFFLINE
    if person.presence is Presence.UNKNOWN and not person.rank:
        return words.LAST_HERE
    if not person.rank:
        return words.HERE
    return words.RANKS.get(person.rank, words.OTHER_RANKS)
