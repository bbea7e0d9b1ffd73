"""Says over the box what is about to be answered, and lets one give that up."""

from collections.abc import Callable
from typing import Protocol

from chatapp.controllers.open_room import OpenRoom
from chatapp.controllers.reading import attached_wording as wording
from chatapp.models.events import (
    AnswerChanged,
    HistoryLoaded,
    RoomChanged,
    RoomSelected,
)
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus


class PurposeView(Protocol):
    """A strip over the box that says what the next message is for."""

    on_end: Callable[[], None]

    def show(self, title: str, text: str, end: str) -> None:
        """Show a title, a few words and a button that ends it, which says `end`."""

    def hide(self) -> None:
        """Take the strip away."""


class AnsweringController:
    """Shows which message of the open room is about to be answered."""

    def __init__(
        self,
        view: PurposeView,
        network: Network,
        bus: EventBus,
        take_focus: Callable[[], object],
    ) -> None:
        """Begin with no room; `take_focus` puts the cursor into the box."""
        self._view = view
        self._network = network
        self._take_focus = take_focus
        self._room = OpenRoom(bus, network.same)
        view.on_end = self._end
        bus.subscribe(RoomSelected, lambda _event: self._show())
        bus.subscribe(AnswerChanged, self._changed)
        # What an earlier window was about to answer is known a little later.
        bus.subscribe(RoomChanged, lambda event: self._may_be_known(event.room))
        bus.subscribe(HistoryLoaded, lambda event: self._may_be_known(event.room))

    def _changed(self, event: AnswerChanged) -> None:
        if self._room.has_name(event.room):
            self._show()
            if self._network.answering.of(self._room.name):
                self._take_focus()

    def _may_be_known(self, room: str) -> None:
        if self._room.has_name(room):
            self._show()

    def _end(self) -> None:
        self._network.answering.end(self._room.name)

    def _show(self) -> None:
        answered = self._network.answering.of(self._room.name)
        if answered is None:
            self._view.hide()
            return
        title = wording.answering(answered)
        self._view.show(title, answered.text, wording.END_ANSWER)
