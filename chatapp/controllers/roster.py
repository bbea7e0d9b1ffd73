"""The people rail: who is in the open room."""

from collections.abc import Callable, Sequence
from typing import Protocol

from chatapp.models.entities import PeopleGroup, Person, Presence
from chatapp.models.event_bus import EventBus
from chatapp.models.events import (
    FrameEnded,
    PeopleChanged,
    RoomChanged,
    RoomRenamed,
    RoomSelected,
)
from chatapp.models.network import Network


class RosterView(Protocol):
    """A rail of people in titled groups."""

    on_person: Callable[[str], None]
    on_whois: Callable[[str], None]
    on_mention: Callable[[str], None]

    def show_people(self, groups: Sequence[PeopleGroup]) -> None:
        """List the people."""


class RosterController:
    """Keeps the people rail right for the open room."""

    def __init__(
        self,
        view: RosterView,
        network: Network,
        bus: EventBus,
        mention: Callable[[str], None],
    ) -> None:
        self._view = view
        self._network = network
        self._room = ""
        self._stale = False
        view.on_person = network.open_direct
        view.on_whois = network.whois
        view.on_mention = mention
        bus.subscribe(RoomSelected, self._selected)
        bus.subscribe(RoomRenamed, self._renamed)
        bus.subscribe(PeopleChanged, lambda event: self._changed(event.room))
        bus.subscribe(RoomChanged, lambda event: self._changed(event.room))
        bus.subscribe(FrameEnded, self._draw)

    def _selected(self, event: RoomSelected) -> None:
        self._room = event.room
        self._stale = True

    def _renamed(self, event: RoomRenamed) -> None:
        if self._network.same(event.old, self._room):
            self._room = event.new

    def _changed(self, room: str) -> None:
        if self._network.same(room, self._room):
            self._stale = True

    def _draw(self, _event: FrameEnded) -> None:
        if not self._stale:
            return
        self._stale = False
        self._view.show_people(group_people(self._people()))

    def _people(self) -> Sequence[Person]:
        return self._network.people(self._room) if self._room else ()


def group_people(people: Sequence[Person]) -> list[PeopleGroup]:
    """Put people into groups by whether they can answer."""
    titles = {
        Presence.ONLINE: "ONLINE",
        Presence.AWAY: "AWAY",
        Presence.OFFLINE: "OFFLINE",
    }
    groups = []
    for presence, title in titles.items():
        members = tuple(person for person in people if person.presence is presence)
        if members:
            groups.append(PeopleGroup(title, members))
    return groups
