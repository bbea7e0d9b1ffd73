"""Says in one quiet line how long one was offline, and how much came meanwhile."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from chatapp.controllers.open_room import OpenRoom
from chatapp.controllers.servers.server_wording import came_back
from chatapp.models.entities import ChatMessage, Connectedness
from chatapp.models.events import (
    ConnectionChanged,
    HistoryLoaded,
    MessageAdded,
    RoomRenamed,
    SignedIn,
)
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.scheduler import Scheduler, Timer

if TYPE_CHECKING:
    from chatapp.models.history.history import History

FIRST_SECONDS = 3.0
QUIET_SECONDS = 0.7
MOST_SECONDS = 8.0
WORTH_TELLING = 10.0
"""A shorter time in which nothing was missed is not told of."""


class HomecomingController:
    """Waits until what was missed has been fetched, and then tells of it once."""

    def __init__(
        self,
        network: Network,
        bus: EventBus,
        scheduler: Scheduler,
        clock: Callable[[], datetime],
    ) -> None:
        self._network = network
        self._scheduler = scheduler
        self._clock = clock
        self._room = OpenRoom(bus, network.same)
        self._nick = ""
        self._lost_at: datetime | None = None
        self._back_at: datetime | None = None
        self._last: dict[str, ChatMessage | None] = {}
        self._live: set[str] = set()
        self._timer: Timer | None = None
        bus.subscribe(ConnectionChanged, self._connection_changed)
        bus.subscribe(SignedIn, self._signed_in)
        bus.subscribe(HistoryLoaded, self._history_loaded)
        bus.subscribe(MessageAdded, self._message_added)
        bus.subscribe(RoomRenamed, self._room_renamed)

    def _connection_changed(self, event: ConnectionChanged) -> None:
        if event.state is Connectedness.WAITING:
            self._lose(event.heard_at)
        elif event.state is Connectedness.OFFLINE:
            self._forget()

    def _lose(self, heard_at: datetime | None) -> None:
        """Keep where each room ends; who goes again before being told was away on.

        Where nothing was heard, as at a start without the server, no link was lost.
        """
        self._stop_waiting()
        self._back_at = None
        if self._lost_at is not None or heard_at is None:
            return
        # A link is often found dead long after it died.
        self._lost_at = heard_at
        self._nick = self._network.nick
        for room in self._network.rooms():
            history = self._network.history(room.name)
            count = history.confirmed_count
            self._last[room.name] = history[count - 1] if count else None

    def _forget(self) -> None:
        self._stop_waiting()
        self._lost_at = self._back_at = None
        self._last.clear()
        self._live.clear()

    def _signed_in(self, event: SignedIn) -> None:
        if event.again and self._lost_at is not None:
            self._back_at = self._clock()
            self._wait(FIRST_SECONDS)

    def _history_loaded(self, _event: HistoryLoaded) -> None:
        if self._back_at is None:
            return
        if (self._clock() - self._back_at).total_seconds() < MOST_SECONDS:
            self._wait(QUIET_SECONDS)

    def _message_added(self, event: MessageAdded) -> None:
        """Do not count as missed what is said now."""
        if self._back_at is not None:
            self._live.add(event.message.key)

    def _wait(self, seconds: float) -> None:
        self._stop_waiting()
        self._timer = self._scheduler.call_later(seconds, self._tell)

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _tell(self) -> None:
        if self._lost_at is None or self._back_at is None:
            return
        seconds = (self._back_at - self._lost_at).total_seconds()
        missed = sum(self._missed(room) for room in self._last)
        nick = self._network.nick
        has_nick = self._network.same(nick, self._nick)
        taken = "" if has_nick else self._nick
        is_worth_telling = missed or taken or seconds >= WORTH_TELLING
        if self._room.name and is_worth_telling:
            self._network.note(self._room.name, came_back(seconds, missed, nick, taken))
        self._forget()

    def _missed(self, room: str) -> int:
        """Count what others said in a room after the last line known before."""
        history, last = self._network.history(room), self._last[room]
        return sum(
            line.kind.is_said and not line.mine and line.key not in self._live
            for line in _lines_after(history, last)
        )

    def _room_renamed(self, event: RoomRenamed) -> None:
        if event.old in self._last:
            self._last[event.new] = self._last.pop(event.old)


def _lines_after(history: "History", last: ChatMessage | None) -> list[ChatMessage]:
    """Give the lines behind one that may itself have been let go of since."""
    found = []
    for index in range(history.confirmed_count - 1, -1, -1):
        line = history[index]
        is_older = last is not None and line.msgid and line.time < last.time
        if is_older or (last is not None and line.key == last.key):
            break
        found.append(line)
    return found
