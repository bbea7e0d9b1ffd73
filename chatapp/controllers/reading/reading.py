"""Counts what is on the screen as read, for as long as somebody looks at it."""

from collections.abc import Callable
from typing import Protocol

from chatapp.controllers.reading.new_line import NewLine
from chatapp.models.network import Network


class ReadView(Protocol):
    """Whatever can say how much is new below."""

    def show_new(self, count: int) -> None:
        """Tell how many messages came in below; 0 hides it."""


class Reading:
    """Knows whether somebody looks; if not, what comes is new, also at the end."""

    def __init__(
        self,
        view: ReadView,
        network: Network,
        new_line: NewLine,
        is_looked_at: Callable[[], bool],
    ) -> None:
        self._view = view
        self._network = network
        self._new_line = new_line
        self._is_looked_at = is_looked_at

    def read(self, name: str, *, at_end: bool, is_empty: bool) -> None:
        """Count a room as read whose end is on the screen; say how much is below.

        While something is missing above it, that would count as read with it.
        """
        room = self._network.room(name)
        if room is None:
            self._view.show_new(0)
            return
        if at_end and self._is_looked_at():
            is_whole = not is_empty and not self._network.history(name).filling
            if is_whole and (room.unread or room.mentions):
                self._network.mark_read(name)
        else:
            self._new_line.place()
        self._view.show_new(0 if at_end else room.unread)

    def look_away(self) -> None:
        """Take in that nobody looks: what comes from now on is new."""
        self._new_line.leave_end()
