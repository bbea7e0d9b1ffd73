"""Tells of what is said while one looks elsewhere: a notice, a sound, the task bar."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from chatapp.controllers.notifying.calls import is_call, is_quiet
from chatapp.controllers.notifying.notification_wording import gathered, notice
from chatapp.controllers.open_room import OpenRoom
from chatapp.models.entities import Change, ChatMessage, Room
from chatapp.models.events import MessageAdded, RoomRenamed
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.scheduler import Scheduler
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.settings import Settings

GATHER_SECONDS = 6.0
"""For so long after a notice, what is said in its room is counted and told at once."""


class CallingWindow(Protocol):
    """The window, as far as it can be looked at or not."""

    def has_focus(self) -> bool:
        """Tell whether somebody looks at it."""

    def ask_for_attention(self) -> None:
        """Stand out in the task bar until somebody looks."""


class NoticesOfSystem(Protocol):
    """Shows notices outside the window."""

    def show(
        self, title: str, text: str, group: str, on_click: Callable[[], None]
    ) -> None:
        """Show a notice."""


class Sound(Protocol):
    """What can be heard."""

    def play(self) -> None:
        """Let it be heard."""


@dataclass(slots=True)
class _Gathering:
    """What was said in a room since the last notice of it."""

    room: str
    count: int = 0
    last: ChatMessage | None = None


class NotificationsController:
    """Calls, at most once in some seconds for each room."""

    def __init__(
        self,
        window: CallingWindow,
        notices: NoticesOfSystem,
        sound: Sound,
        network: Network,
        bus: EventBus,
        settings: Settings,
        scheduler: Scheduler,
        clock: Callable[[], datetime],
    ) -> None:
        self._window = window
        self._notices = notices
        self._sound = sound
        self._network = network
        self._settings = settings
        self._scheduler = scheduler
        self._clock = clock
        self._room = OpenRoom(bus, network.same)
        self._behind = timedelta(0)
        self._gatherings: dict[str, _Gathering] = {}
        self.on_click: Callable[[str], None] = lambda _room: None
        self.is_shown: Callable[[], bool] = lambda: True
        bus.subscribe(MessageAdded, self._added)
        bus.subscribe(RoomRenamed, self._renamed)

    def look(self) -> None:
        """Take in that somebody looks at the window again."""
        self._gatherings.clear()

    def _renamed(self, event: RoomRenamed) -> None:
        """Know what was gathered in a room by its new name."""
        for gathering in list(self._gatherings.values()):
            if self._network.same(event.old, gathering.room):
                del self._gatherings[gathering.room]
                gathering.room = event.new
                self._gatherings[event.new] = gathering

    def _added(self, event: MessageAdded) -> None:
        message, room = event.message, self._network.room(event.message.room)
        if message.mine and message.change is Change.JOINED:
            # It has just happened: so far the server's clock is behind this one.
            self._behind = self._clock() - message.time
        if room is None or not is_call(room, message, self._clock() - self._behind):
            return
        is_seen = self._window.has_focus() and self._is_open(room.name)
        if not is_seen and not is_quiet(self._settings, self._clock()):
            self._call(room, message)

    def _call(self, room: Room, message: ChatMessage) -> None:
        """Tell of a message now, or with others of its room a little later."""
        gathering = self._gatherings.get(room.name)
        if gathering is not None:
            gathering.count += 1
            gathering.last = message
            return
        self._tell(room, *notice(room, message))

    def _tell(self, room: Room, title: str, text: str) -> None:
        gathering = self._gatherings[room.name] = _Gathering(room.name)
        self._scheduler.call_later(
            GATHER_SECONDS, partial(self._tell_of_more, gathering)
        )
        if not self._window.has_focus():
            self._window.ask_for_attention()
        if self._settings[table.NOTIFICATIONS]:
            go_there = partial(self.on_click, room.name)
            self._notices.show(title, text, room.name, go_there)
        if self._settings[table.SOUNDS]:
            self._sound.play()

    def _tell_of_more(self, gathering: _Gathering) -> None:
        name = gathering.room
        if self._gatherings.get(name) is not gathering:
            return  # somebody has looked since
        del self._gatherings[name]
        room, last = self._network.room(name), gathering.last
        if room is None or last is None or is_quiet(self._settings, self._clock()):
            return
        is_seen = self._window.has_focus() and self._is_open(name)
        if not is_seen and not room.is_muted:
            self._tell(room, *gathered(room, gathering.count, last))

    def _is_open(self, name: str) -> bool:
        return self.is_shown() and self._room.has_name(name)
