"""Goes to any message of the open room, and fetches it first if need be."""

from collections.abc import Callable
from typing import Protocol

from chatapp.controllers.open_room import OpenRoom
from chatapp.models.events import HistoryLoaded, RequestRefused, RoomSelected
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus


class JumpView(Protocol):
    """A list of messages on the screen."""

    def show_message(self, key: str) -> None:
        """Show a message so that one sees it at once."""

    def show_loading(self, visible: bool) -> None:
        """Tell that messages are on their way."""


class Jumping:
    """Knows where one wants to go until that can be shown, or is given up."""

    def __init__(
        self,
        view: JumpView,
        network: Network,
        bus: EventBus,
        show_around: Callable[[int], object],
    ) -> None:
        """Begin with no room; `show_around` shows what is around a place in it."""
        self._view = view
        self._network = network
        self._show_around = show_around
        self._room = OpenRoom(bus, network.same)
        self._msgid = ""
        bus.subscribe(RoomSelected, lambda _event: self._give_up())
        bus.subscribe(HistoryLoaded, self._loaded)
        bus.subscribe(RequestRefused, self._refused)

    def go_to(self, msgid: str) -> None:
        """Show a message of the open room, now or as soon as it has come."""
        self._msgid = ""
        if not self.show(self._network.history(self._room.name).place_of(msgid)):
            self._msgid = msgid
            self._view.show_loading(visible=True)
            self._network.fetch_around(self._room.name, msgid)

    def show(self, place: int | None) -> bool:
        """Show what stands at a place of the open room's history, if there is one."""
        if place is None:
            return False
        self._show_around(place)
        self._view.show_message(self._network.history(self._room.name)[place].key)
        return True

    def _give_up(self) -> None:
        self._msgid = ""

    def _loaded(self, event: HistoryLoaded) -> None:
        if not self._msgid or not self._room.has_name(event.room):
            return
        self.go_to(self._msgid)  # unless something else came first

    def _refused(self, event: RequestRefused) -> None:
        if self._room.has_name(event.about):
            self._give_up()
