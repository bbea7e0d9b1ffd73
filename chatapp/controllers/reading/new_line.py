"""Where the NEW line stands: before the first message that one had not read."""

from datetime import datetime
from typing import Protocol

from chatapp.models.entities import ChatMessage
from chatapp.models.history.history import History
from chatapp.models.network import Network


class NewLineView(Protocol):
    """Whatever can draw a line above a message."""

    def show_unread_line(self, before: str | None) -> None:
        """Draw the NEW line before the message with that key."""


class NewLine:
    """Puts the line once for each time that one was away, and leaves it there."""

    def __init__(self, view: NewLineView, network: Network) -> None:
        self.room = ""
        self.key: str | None = None
        self._view = view
        self._network = network
        self._is_due = True
        self._owed: tuple[int, str] | None = None

    def open(self, room: str) -> None:
        """Begin in a room."""
        self.room = room
        self.key = self._owed = None
        self._is_due = True
        self._view.show_unread_line(None)
        self.place()

    def begin_anew(self) -> None:
        """Let what comes after a reconnection be the new messages."""
        self._is_due = True

    def leave_end(self) -> None:
        """Note that one reads further up: what comes from now on is new."""
        room = self._network.room(self.room)
        if room is not None and not room.unread:
            self._is_due = True

    def missed(self) -> tuple[int, datetime | None]:
        """Tell how much is new from the line on, and since when if that is known."""
        if self._owed is not None:
            return self._owed[0], None
        history = self._network.history(self.room)
        index = None if self.key is None else history.index_of(self.key)
        if index is None:
            return 0, None
        return sum(map(_is_counted, history[index:])), history[index].time

    def place(self) -> None:
        """Put the line, if there is something new and it has no place yet."""
        room = self._network.room(self.room)
        history = self._network.history(self.room)
        if history.filling:
            return  # the first of them may still be on its way
        if self._is_due and room is not None and room.unread and len(history):
            self._is_due = False
            self._owed = (room.unread, history[-1].key)
        if self._owed is None:
            return
        key = _first_unread(history, *self._owed)
        if key is not None:
            self.key, self._owed = key, None
            self._view.show_unread_line(key)


def _first_unread(history: History, count: int, last: str) -> str | None:
    """Find the first of so many messages to read, up to one; None if it is not here."""
    end = history.index_of(last)
    if end is None:
        return None
    for index in range(end, -1, -1):
        if _is_counted(history[index]):
            count -= 1
            if not count:
                return history[index].key
    return None


def _is_counted(message: ChatMessage) -> bool:
    return message.kind.is_said and not message.mine
