"""The rooms rail and the header: which rooms there are, and which one is open."""

from collections.abc import Callable, Sequence
from typing import Protocol

from chatapp.controllers.validation import validate_username
from chatapp.controllers.window import WindowView
from chatapp.controllers.wording import (
    ONLY_TWO,
    ONLY_TWO_WILL,
    ONLY_YOU,
    USE_ELSEWHERE,
    plural,
)
from chatapp.models.entities import Connectedness, Field, Room, RoomKind
from chatapp.models.event_bus import EventBus
from chatapp.models.events import (
    ConnectionChanged,
    FrameEnded,
    NetworkNamed,
    NickChanged,
    PeopleChanged,
    RoomChanged,
    RoomClosed,
    RoomOpened,
    RoomRenamed,
    RoomSelected,
    SignedIn,
)
from chatapp.models.network import Network
from chatapp.wire.names import check_channel, is_channel

MAX_CHANNEL = 64
PROGRAM = "chatapp"


class RoomListView(Protocol):
    """The rail with the network's name and the rooms."""

    on_select: Callable[[str], None]
    on_add: Callable[[], None]
    on_message: Callable[[], None]

    def show_network(self, name: str, address: str) -> None:
        """Head the rail with the network's name and address."""

    def show_rooms(self, rooms: Sequence[Room], selected: str) -> None:
        """List the rooms, one of them as the open one."""


class HeaderView(Protocol):
    """The line above the transcript."""

    on_topic: Callable[[], None]
    on_leave: Callable[[], None]

    def show_room(
        self, title: str, subtitle: str, kind: RoomKind, *, leave: bool, topic: bool
    ) -> None:
        """Head the conversation, with the actions that are possible."""

    def show_waiting(self, count: int) -> None:
        """Say how many messages for oneself wait in the rooms, also out of sight."""


class RoomsController:
    """Keeps the rail right and decides which room is open."""

    def __init__(
        self,
        rail: RoomListView,
        header: HeaderView,
        window: WindowView,
        network: Network,
        bus: EventBus,
    ) -> None:
        self._rail = rail
        self._header = header
        self._window = window
        self._network = network
        self._bus = bus
        self._stale = True
        self.open_room = ""
        self.on_elsewhere: Callable[[], None] = lambda: None
        rail.on_select = self.select
        rail.on_add = self.ask_for_room
        rail.on_message = self.ask_for_person
        header.on_topic = self.ask_for_topic
        header.on_leave = lambda: self.close(self.open_room)
        for event in (
            ConnectionChanged,
            NetworkNamed,
            SignedIn,
            NickChanged,
            PeopleChanged,
            RoomChanged,
        ):
            bus.subscribe(event, self._mark_stale)
        bus.subscribe(RoomOpened, self._opened)
        bus.subscribe(RoomClosed, self._closed)
        bus.subscribe(RoomRenamed, self._renamed)
        bus.subscribe(FrameEnded, self._draw)

    def begin(self) -> None:
        """Open the room that was open before, or else the first there is."""
        rooms = self._network.rooms()
        if rooms:
            self.select(self._network.room_looked_at or rooms[0].name)
        self._draw(FrameEnded())

    def select(self, name: str) -> None:
        """Open a room."""
        self.open_room = name
        self._stale = True
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

    def ask_for_room(self) -> None:
        """Ask which room to join."""
        self._window.ask_text(
            title="Join a room",
            label="Name of the room",
            initial="#",
            action="Join",
            on_text=self._join,
            hint="A room that does not exist yet is made.",
        )

    def ask_for_person(self) -> None:
        """Ask whom to write to."""
        self._window.ask_text(
            title="New message",
            label="Username",
            initial="",
            action="Write",
            on_text=self._open_direct,
            hint=ONLY_TWO_WILL,
        )

    def ask_for_topic(self) -> None:
        """Ask for the open room's topic."""
        room = self._network.room(self.open_room)
        if room is None:
            return
        self._window.ask_text(
            title=f"Topic of {room.name}",
            label="Topic",
            initial=room.topic,
            action="Set topic",
            on_text=lambda text: self._network.set_topic(room.name, text.strip()),
            hint="Everybody in the room sees it. Leave it empty to remove it.",
        )

    def ask_for_nick(self) -> None:
        """Ask which username to take."""
        self._window.ask_text(
            title="Your username",
            label="Username",
            initial=self._network.nick,
            action="Change",
            on_text=self._change_nick,
            hint="Everybody sees the new name at once.",
            other=USE_ELSEWHERE,
            on_other=self.on_elsewhere,
        )

    def _change_nick(self, text: str) -> str | None:
        problems: dict[Field | None, str] = {}
        nick = validate_username(text, problems)
        if problems:
            return problems[Field.USERNAME]
        self._network.change_nick(nick)
        return None

    def _join(self, text: str) -> str | None:
        name = text.strip()
        name = name if is_channel(name) else f"#{name}"
        problem = check_channel(name, MAX_CHANNEL)
        if problem:
            return problem.sentence
        self._network.join(name)
        return None

    def _open_direct(self, text: str) -> str | None:
        nick = text.strip()
        if not nick or " " in nick or is_channel(nick):
            return "Type one username, as it stands in the list of people."
        self._network.open_direct(nick)
        return None

    def _mark_stale(self, _event: object) -> None:
        self._stale = True

    def _opened(self, event: RoomOpened) -> None:
        self._stale = True
        if event.asked_for or not self.open_room:
            self.select(event.room)

    def _closed(self, event: RoomClosed) -> None:
        self._stale = True
        if not self._network.same(event.room, self.open_room):
            return
        rooms = self._network.rooms()
        self.select(rooms[0].name if rooms else "")

    def _renamed(self, event: RoomRenamed) -> None:
        self._stale = True
        if self._network.same(event.old, self.open_room):
            self.open_room = event.new

    def _draw(self, _event: FrameEnded) -> None:
        if not self._stale:
            return
        self._stale = False
        network = self._network
        self._rail.show_network(network.name, f"{network.host}:{network.port}")
        self._rail.show_rooms(network.rooms(), self.open_room)
        self._header.show_waiting(sum(room.waiting_for_me for room in network.rooms()))
        self._draw_header()
        self._window.show_title(self._title())

    def _title(self) -> str:
        """Name the open room, after how much waits in all."""
        waiting = sum(room.waiting for room in self._network.rooms())
        count = f"({waiting}) " if waiting else ""
        return f"{count}{self.open_room or self._network.name} – {PROGRAM}"

    def _draw_header(self) -> None:
        room = self._network.room(self.open_room)
        if room is None:
            self._header.show_room(
                "No room",
                "Join one to begin.",
                RoomKind.CHANNEL,
                leave=False,
                topic=False,
            )
            return
        channel = room.kind is RoomKind.CHANNEL
        self._header.show_room(
            room.name.lstrip("#") if channel else room.name,
            self._subtitle(room),
            room.kind,
            leave=True,
            topic=channel and room.joined and room.may_set_topic,
        )

    def _subtitle(self, room: Room) -> str:
        if room.kind is RoomKind.DIRECT:
            is_with_oneself = self._network.same(room.name, self._network.nick)
            return ONLY_YOU if is_with_oneself else ONLY_TWO
        if not room.joined and self._network.state is not Connectedness.ONLINE:
            return "Reconnecting. You will be back in this room by yourself."
        if not room.joined:
            return "You are not in this room now."
        people = plural(len(self._network.people(room.name)), "person", "people")
        return f"{room.topic}  ·  {people}" if room.topic else people
