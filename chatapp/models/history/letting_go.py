"""Lets go of what was said in rooms long not looked at, where it is too much in all."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from chatapp.models.events import Event, HistoryLoaded, MessageAdded, RoomSelected
from chatapp.models.history.backlog import Backlog
from chatapp.models.program.event_bus import EventBus
from chatapp.models.rooms.conversations import Conversation, Conversations
from chatapp.models.rooms.former_nicks import author_of

MOST_IN_ALL = 25_000
"""About as many megabytes as thousands of lines."""
LEFT_IN_ALL = 20_000
LEFT_IN_A_ROOM = 40
"""As many as a room opens with; the most rooms there can be have room for them."""
COUNTED_AT = 500


class LettingGo:
    """Bounds what all rooms of a server have in memory.

    The rooms looked at longest ago keep their newest lines only. The others come back
    from the disk as one scrolls, so a room that is not kept there keeps all. What only
    the window itself has said goes with them.
    """

    def __init__(
        self,
        rooms: Conversations,
        backlog: Backlog,
        publish: Callable[[Event], None],
    ) -> None:
        """Take the rooms, and what knows what of them is on its way."""
        self._rooms = rooms
        self._backlog = backlog
        self._publish = publish
        self._grown = 0
        self._here = ""
        # Whoever is closed goes from here as well.
        self._looked_at: WeakKeyDictionary[Conversation, None] = WeakKeyDictionary()

    def follow(self, bus: EventBus) -> None:
        """Hear from now on which lines come, and which room is on the screen."""
        bus.subscribe(MessageAdded, lambda _event: self._grow(1))
        bus.subscribe(HistoryLoaded, lambda event: self._grow(event.count))
        bus.subscribe(RoomSelected, lambda event: self._look_at(event.room))

    def _look_at(self, room: str) -> None:
        self._here = room
        conversation = self._rooms.find(room)
        if conversation:
            self._looked_at.pop(conversation, None)
            self._looked_at[conversation] = None

    def _grow(self, count: int) -> None:
        self._grown += count
        if self._grown >= COUNTED_AT:
            self._grown = 0
            self._count()

    def _count(self) -> None:
        rooms = self._rooms.all()
        total = sum(len(room.history) for room in rooms)
        if total <= MOST_IN_ALL:
            return
        for room in self._longest_ago_first(rooms):
            if total <= LEFT_IN_ALL:
                break
            if self._may_let_go(room):
                total -= self._let_go(room)

    def _longest_ago_first(self, rooms: list[Conversation]) -> list[Conversation]:
        """Give the rooms that nobody looks at; those never looked at come first."""
        is_open, here = set(rooms), self._rooms.find(self._here)
        never = [room for room in rooms if room not in self._looked_at]
        seen = [room for room in self._looked_at if room in is_open]
        return [room for room in (*never, *seen) if room is not here]

    def _may_let_go(self, room: Conversation) -> bool:
        """Tell whether what goes can come back, and nothing is on its way."""
        is_kept = room.archive is not None and room.archive.keeps_all
        return is_kept and not room.history.filling and not self._backlog.is_busy(room)

    def _let_go(self, room: Conversation) -> int:
        room.is_talked_in |= any(line.mine for line in room.history)
        room.last_author = author_of(room)
        gone = room.history.trim(LEFT_IN_A_ROOM)
        if gone:
            self._publish(HistoryLoaded(room.name, 0, complete=False))
        return gone
