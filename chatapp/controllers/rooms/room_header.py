"""The header and the title bar: which room is open, and what waits in all of them."""

from collections.abc import Callable
from typing import Protocol

from chatapp.controllers.drawing import Drawing
from chatapp.controllers.open_room import OpenRoom
from chatapp.controllers.rooms.rooms_wording import ONLY_TWO, ONLY_YOU
from chatapp.controllers.window import WindowView
from chatapp.controllers.wording import plural, titled
from chatapp.language import gettext as _
from chatapp.models.entities import Connectedness, Room, RoomKind
from chatapp.models.events import (
    ConnectionChanged,
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
from chatapp.models.program.event_bus import EventBus

_RECONNECTING = _("Reconnecting")


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


class HeaderController:
    """Keeps the header and the title right for the open room."""

    def __init__(
        self, view: HeaderView, window: WindowView, network: Network, bus: EventBus
    ) -> None:
        self._view = view
        self._window = window
        self._network = network
        self._room = OpenRoom(bus, network.same)
        self.on_topic: Callable[[str], None] = lambda _room: None
        self.on_leave: Callable[[str], None] = lambda _room: None
        view.on_topic = lambda: self.on_topic(self._room.name)
        view.on_leave = lambda: self.on_leave(self._room.name)
        changes = (
            ConnectionChanged,
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
        self._drawing = Drawing(bus, self._draw, *changes, is_due=True)

    def draw(self) -> None:
        """Show how it stands; another page may have had the title meanwhile."""
        self._drawing.be_due()
        self._drawing.catch_up()

    def _draw(self) -> None:
        rooms = self._network.rooms()
        self._view.show_waiting(sum(room.waiting_for_me for room in rooms))
        self._window.show_title(self._title(sum(room.waiting for room in rooms)))
        room = self._network.room(self._room.name)
        if room:
            self._draw_room(room)
        else:
            self._draw_nothing()

    def _title(self, waiting: int) -> str:
        """Name the open room, after how much waits in all."""
        count = f"({waiting}) " if waiting else ""
        return f"{count}{titled(self._room.name or self._network.name)}"

    def _draw_nothing(self) -> None:
        self._view.show_room(
            _("No room"),
            _("Join one to begin."),
            RoomKind.CHANNEL,
            leave=False,
            topic=False,
        )

    def _draw_room(self, room: Room) -> None:
        is_channel = room.kind is RoomKind.CHANNEL
        self._view.show_room(
            room.name.lstrip("#") if is_channel else room.name,
            self._subtitle(room),
            room.kind,
            leave=True,
            topic=is_channel and room.joined and room.may_set_topic,
        )

    def _subtitle(self, room: Room) -> str:
        if room.kind is RoomKind.DIRECT:
            is_with_oneself = self._network.same(room.name, self._network.nick)
            return ONLY_YOU if is_with_oneself else ONLY_TWO
        if not room.joined and self._network.state is not Connectedness.ONLINE:
            if room.topic:
                return f"{room.topic}  ·  {_RECONNECTING}"
            return _("Reconnecting. You will be back here by yourself.")
        if not room.joined:
            return _("You are not in this room now.")
        people = plural(len(self._network.people(room.name)), "person", "people")
        return f"{room.topic}  ·  {people}" if room.topic else people
