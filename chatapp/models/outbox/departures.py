"""Lets messages leave in their order, each once the disk knows that it does."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from chatapp.models.outbox.outgoing import Entry


@dataclass(slots=True)
class Departure:
    """A message that is about to leave under a label."""

    entry: Entry
    label: str
    is_recorded: bool = False

    @property
    def still_holds(self) -> bool:
        """Whether nothing has become of the message in the meantime."""
        return self.entry.is_sent and self.entry.label == self.label


class Departures:
    """The messages that are about to leave, first come, first gone."""

    def __init__(self, depart: Callable[[Entry], None]) -> None:
        self._depart = depart
        self._waiting: deque[Departure] = deque()

    def announce(self, entry: Entry) -> Callable[[], None]:
        """Queue a message; it may leave once the result is called."""
        departure = Departure(entry, entry.label)
        self._waiting.append(departure)

        def recorded() -> None:
            departure.is_recorded = True
            self._let_go()

        return recorded

    def take_back(self) -> list[Entry]:
        """Let none of them leave; give those that were about to."""
        waiting = [each.entry for each in self._waiting if each.still_holds]
        self._waiting.clear()
        return waiting

    def _let_go(self) -> None:
        while self._waiting and self._waiting[0].is_recorded:
            departure = self._waiting.popleft()
            if departure.still_holds:
                self._depart(departure.entry)
