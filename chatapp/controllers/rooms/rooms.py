"""The rooms rail: which rooms there are, in which order, and which one is open."""

from collections.abc import Callable, Sequence
from typing import Protocol

from chatapp.controllers.drawing import Drawing
from chatapp.models.entities import Room
from chatapp.models.events import (
    ConnectionChanged,
    NetworkNamed,
    PeopleChanged,
    RoomChanged,
    RoomClosed,
    RoomOpened,
    RoomRenamed,
    RoomSelected,
    SignedIn,
)
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.wire.names import is_channel


class RoomListView(Protocol):
    """The rail with the network's name and the rooms."""

    on_select: Callable[[str], None]
    on_move: Callable[[str, str, bool], None]

    def show_network(self, name: str, address: str) -> None:
        """Head the rail with the network's name and address."""

    def show_rooms(self, rooms: Sequence[Room], selected: str) -> None:
        """List the rooms, one of them as the open one."""


class RoomsController:
    """Keeps the rail right and decides which room is open."""

    def __init__(self, rail: RoomListView, network: Network, bus: EventBus) -> None:
        self._rail = rail
        self._network = network
        self._bus = bus
        self.open_room = ""
        rail.on_select = self.select
        rail.on_move = self.move
        changes = (
            ConnectionChanged,
            NetworkNamed,
            PeopleChanged,
            RoomChanged,
            RoomClosed,
            RoomOpened,
            RoomRenamed,
            SignedIn,
        )
        self._drawing = Drawing(bus, self._draw, *changes, is_due=True)
        bus.subscribe(RoomOpened, self._opened)
        bus.subscribe(RoomClosed, self._closed)
        bus.subscribe(RoomRenamed, self._renamed)

    def begin(self) -> None:
        """Open the room that was open before, or else the first there is."""
        rooms = self._network.rooms()
        if rooms:
            self.select(self._network.room_looked_at or rooms[0].name)
        else:
            self._bus.publish(RoomSelected(""))  # the one from before may still come
        self._drawing.catch_up()

    def select(self, name: str) -> None:
        """Open a room."""
        self.open_room = name
        self._drawing.be_due()
        self._network.look_at(name)
        self._bus.publish(RoomSelected(name))

    def step(self, count: int) -> None:
        """Open the room that stands so many places further down the rail."""
        names = [room.name for room in self._network.rooms()]
        if not names:
            return
        here = names.index(self.open_room) if self.open_room in names else 0
        self.select(names[(here + count) % len(names)])

    def select_at(self, place: int) -> None:
        """Open the room that stands at this place in the rail, if there is one."""
        rooms = self._network.rooms()
        if place < len(rooms):
            self.select(rooms[place].name)

    def close(self, name: str) -> None:
        """Leave a channel, or put away a direct conversation."""
        if is_channel(name):
            self._network.part(name)
        else:
            self._network.close(name)

    def move(self, name: str, before: str, among_favourites: bool) -> None:
        """Put a room before another one, or at the end; among the favourites or not."""
        arranging = self._network.arranging
        arranging.favour(name, among_favourites)
        arranging.move(name, before)

    def move_by(self, steps: int) -> None:
        """Move the open room up or down, past one of those it stands among."""
        room = self._network.room(self.open_room)
        if room is None:
            return
        names = [it.name for it in self._network.rooms() if it.is_beside(room)]
        place = names.index(room.name) + steps
        if not 0 <= place < len(names):
            return
        names.remove(room.name)
        before = names[place] if place < len(names) else ""
        self._network.arranging.move(room.name, before)

    def _opened(self, event: RoomOpened) -> None:
        if event.asked_for or not self.open_room:
            self.select(event.room)

    def _closed(self, event: RoomClosed) -> None:
        if not self._network.same(event.room, self.open_room):
            return
        rooms = self._network.rooms()
        self.select(rooms[0].name if rooms else "")

    def _renamed(self, event: RoomRenamed) -> None:
        if self._network.same(event.old, self.open_room):
            self.open_room = event.new

    def _draw(self) -> None:
        network = self._network
        self._rail.show_network(network.name, f"{network.host}:{network.port}")
        self._rail.show_rooms(network.rooms(), self.open_room)
