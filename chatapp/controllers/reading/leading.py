"""Leads to a message, in whichever room it was said and however long ago."""

from collections.abc import Callable

from chatapp.controllers.finding import search_wording as wording
from chatapp.controllers.reading.jumping import Jumping
from chatapp.models.entities import ChatMessage
from chatapp.models.events import HistoryLoaded, RoomSelected
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.wire.names import is_channel

MOST_PAGES = 60
"""How far one is led back where messages have no msgid."""


class Leading:
    """Opens the room of a message, and goes to it there."""

    def __init__(
        self,
        network: Network,
        bus: EventBus,
        open_room: Callable[[str], None],
        jumping: Jumping,
        say: Callable[[str], None],
    ) -> None:
        """Lead there; `say` is told kindly why that cannot be."""
        self._network = network
        self._open_room = open_room
        self._jumping = jumping
        self._say = say
        self._wanted: ChatMessage | None = None
        self._pages = 0
        bus.subscribe(RoomSelected, lambda _event: self._want(None))
        bus.subscribe(HistoryLoaded, self._loaded)

    def go_to(self, line: ChatMessage) -> None:
        """Show a message: by its msgid, or where it has none by its words."""
        room = self._network.room(line.room)
        if room is None and is_channel(line.room):
            self._say(wording.NOT_HERE.format(room=line.room))
            return
        if room is None:
            self._network.open_direct(line.room)
        if not self._network.same(line.room, self._network.room_looked_at):
            self._open_room(line.room)
        if line.msgid:
            self._jumping.go_to(line.msgid)
        else:
            self._want(line)
            self._look(line)

    def _want(self, line: ChatMessage | None) -> None:
        self._wanted, self._pages = line, 0

    def _loaded(self, event: HistoryLoaded) -> None:
        line = self._wanted
        if line and self._network.same(event.room, line.room):
            self._look(line)

    def _look(self, line: ChatMessage) -> None:
        """Show a message that has no msgid, or have what is older brought first."""
        if self._jumping.show(self._place_of(line)):
            self._want(None)
            return
        is_coming = self._network.fetch_older(line.room)
        is_over = self._network.history(line.room).complete and not is_coming
        self._pages += 1
        if is_over or self._pages > MOST_PAGES:
            self._want(None)
            self._say(wording.TOO_FAR_BACK.format(room=line.room))

    def _place_of(self, line: ChatMessage) -> int | None:
        history = self._network.history(line.room)
        wanted = (line.time, line.sender, line.text)
        for place in range(len(history) - 1, -1, -1):
            each = history[place]
            if (each.time, each.sender, each.text) == wanted:
                return place
        return None
