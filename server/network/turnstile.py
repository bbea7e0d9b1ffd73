"""Lets people come and go, in each turn as many as the others hardly notice."""

import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from server.network.backlogs import TOO_SLOW
from server.network.calls import Calls
from server.network.connection import Connection

SECONDS = 0.003
"""As much of a turn without others as nobody notices."""

SECONDS_BESIDE_OTHERS = 0.001
"""So much while what others said has to be decided, or waits for the disk."""

AT_ONCE = 100
"""What a thousand newcomers of one turn are told would have to be kept at once."""

Item = TypeVar("Item")


class Turnstile:
    """Who has gone, who signs in and who arrives: a share of each turn is theirs."""

    def __init__(
        self,
        calls: Calls,
        hear: Callable[[Connection, int], None],
        bury: Callable[[Connection, str], None],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin with nobody.

        Args:
            calls: newcomers wait there to be let in.
            hear: is given who signs in, and what the selector saw there.
            bury: is given who has gone, and why.
            monotonic: measures the share.
        """
        self._calls = calls
        self._hear = hear
        self._bury = bury
        self._monotonic = monotonic
        self._ends_at = 0.0
        self.slow_readers = 0
        self._lost: dict[Connection, str] = {}
        self._signing_in: list[tuple[Connection, int]] = []

    @property
    def is_waited_at(self) -> bool:
        """Whether somebody waits for the next turn."""
        return bool(self._lost) or self._calls.has_newcomers

    def lose(self, connection: Connection, reason: str) -> None:
        """Bury a connection in this turn or a later one, for the first such reason."""
        if connection not in self._lost:
            self._lost[connection] = reason
            self.slow_readers += reason == TOO_SLOW

    def note(self, connection: Connection, mask: int) -> None:
        """Hear somebody who signs in, if this turn's share allows it.

        Otherwise the selector sees him again.
        """
        self._signing_in.append((connection, mask))

    def turn(self, *, are_others_waiting: bool) -> None:
        """Use up the share of one turn; of each kind at least one has his turn."""
        share = SECONDS_BESIDE_OTHERS if are_others_waiting else SECONDS
        self._ends_at = self._monotonic() + share
        for lost in self._share_of(list(self._lost)):
            self._bury(lost, self._lost.pop(lost))
        for connection, mask in self._share_of(self._signing_in):
            self._hear(connection, mask)
        self._signing_in.clear()
        for let_in in self._share_of(self._calls.newcomers()):
            let_in()

    def _share_of(self, items: Iterable[Item]) -> Iterator[Item]:
        for item in islice(items, AT_ONCE):
            yield item
            if self._monotonic() >= self._ends_at:
                return
