"""Says who is writing in the open room, for as long as that is so."""

from collections.abc import Callable
from typing import Protocol

from chatapp.controllers.drawing import Drawing
from chatapp.controllers.open_room import OpenRoom
from chatapp.controllers.people.people_wording import are_typing
from chatapp.models.entities import Typing
from chatapp.models.events import (
    ConnectionChanged,
    MessageAdded,
    RoomRenamed,
    RoomSelected,
    TypingHeard,
)
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.scheduler import Scheduler, Timer

SECONDS = {Typing.ACTIVE: 6.0, Typing.PAUSED: 30.0}
"""How long each state holds (https://ircv3.net/specs/client-tags/typing)."""

MOST_KNOWN = 500


class TypingView(Protocol):
    """The line that says who is writing."""

    def show_typing(self, text: str) -> None:
        """Say it; "" says nothing."""


class TypingController:
    """Knows in each room who is writing."""

    def __init__(
        self,
        view: TypingView,
        bus: EventBus,
        scheduler: Scheduler,
        same: Callable[[str, str], bool],
        is_on: Callable[[], bool],
    ) -> None:
        self._view = view
        self._scheduler = scheduler
        self._is_on = is_on
        self._room = OpenRoom(bus, same)
        self._writers: dict[tuple[str, str], Timer] = {}
        self._drawing = Drawing(bus, self._draw, RoomSelected)
        bus.subscribe(TypingHeard, self._heard)
        bus.subscribe(MessageAdded, self._message_added)
        # Who writes says so again, under the new name.
        bus.subscribe(RoomRenamed, lambda _event: self._forget_all())
        bus.subscribe(ConnectionChanged, lambda _event: self._forget_all())

    def _heard(self, event: TypingHeard) -> None:
        writer = (event.room, event.nick)
        self._forget(writer)
        seconds = SECONDS.get(event.state)
        if seconds and self._is_on() and len(self._writers) < MOST_KNOWN:
            self._writers[writer] = self._scheduler.call_later(
                seconds, lambda: self._expire(writer)
            )
            self._drawing.be_due()

    def _message_added(self, event: MessageAdded) -> None:
        self._forget((event.message.room, event.message.sender))

    def _expire(self, writer: tuple[str, str]) -> None:
        self._forget(writer)
        self._drawing.catch_up()

    def _forget(self, writer: tuple[str, str]) -> None:
        timer = self._writers.pop(writer, None)
        if timer:
            timer.cancel()
            self._drawing.be_due()

    def _forget_all(self) -> None:
        for writer in list(self._writers):
            self._forget(writer)

    def _draw(self) -> None:
        nicks = [it for room, it in self._writers if self._room.has_name(room)]
        self._view.show_typing(are_typing(nicks))
