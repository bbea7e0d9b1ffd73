"""Notes that wait to be written; of too many, the oldest go, and the log says so."""

import logging
from collections import deque

from server.recording import Recording

log = logging.getLogger(__name__)

MOST_HELD = 20_000


class HeldNotes:
    """Holds notes for the next transaction, in their order."""

    def __init__(self) -> None:
        """Hold none."""
        self._waiting: deque[Recording] = deque()
        self._lost = 0
        self.size = 0

    def add(self, notes: Recording) -> None:
        """Hold these, too; where they are too many, give up the oldest.

        What a later note says of a room or somebody is what holds.
        """
        self._waiting.append(notes)
        self.size += notes.size
        while self.size > MOST_HELD and len(self._waiting) > 1:
            self._give_up(self._waiting.popleft())

    def take(self) -> list[Recording]:
        """Give all of them, and hold none."""
        taken = list(self._waiting)
        self._waiting.clear()
        self.size = 0
        return taken

    def tell_loss(self) -> None:
        """Log how many were given up, if any were, since that was told last."""
        if self._lost:
            log.warning(
                "%d notes of who was in which room, or of what happened there, "
                "were never written",
                self._lost,
            )
            self._lost = 0

    def end(self) -> None:
        """Log what is lost as nothing will be written any more."""
        self._lost += sum(notes.size for notes in self.take())
        self.tell_loss()

    def _give_up(self, notes: Recording) -> None:
        if not self._lost:
            log.warning(
                "The disk has refused for so long that the oldest of more than %d "
                "notes are given up",
                MOST_HELD,
            )
        self.size -= notes.size
        self._lost += notes.size
