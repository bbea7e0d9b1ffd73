"""Lets people come and go, in each turn as many as the others hardly notice."""

import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from math import inf
from typing import TypeVar

from server.network.backlogs import TOO_SLOW
from server.network.calls import Calls
from server.network.clients import Clients
from server.network.connection import Connection

SECONDS = 0.0015
"""As much of a turn without others as nobody notices, with as much again to tell it."""

SECONDS_HELD_UP = 0.02
"""So long everybody here waits while what others said is on its way, and no longer."""

AT_ONCE = 100
"""What a thousand newcomers of one turn are told would have to be kept at once."""

Item = TypeVar("Item")


class Turnstile:
    """Who has gone, who signs in and who arrives: a share of the turns is theirs."""

    def __init__(
        self,
        calls: Calls,
        clients: Clients,
        hear: Callable[[Connection, int], None],
        bury: Callable[[Connection, str], None],
        deafen: Callable[[Iterable[Connection]], None],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin with nobody.

        Args:
            calls: newcomers wait there to be let in.
            clients: are told whom the selector need not see until he was heard.
            hear: is given who signs in, and what the selector saw there.
            bury: is given who has gone, and why.
            deafen: is given those of whom several have gone, before they are buried.
            monotonic: measures the share.
        """
        self._calls = calls
        self._clients = clients
        self._hear = hear
        self._bury = bury
        self._deafen = deafen
        self._monotonic = monotonic
        self._ends_at = 0.0
        self._held_up_until = 0.0
        self.slow_readers = 0
        self._lost: dict[Connection, str] = {}
        self._newly_lost: list[Connection] = []
        self._signing_in: dict[Connection, int] = {}

    def next_due(self, *, are_others_waiting: bool) -> float:
        """Give the time of the next turn that somebody here waits for, or infinity."""
        if not (self._lost or self._signing_in or self._calls.has_newcomers):
            return inf
        return self._held_up_until if are_others_waiting else 0.0

    def lose(self, connection: Connection, reason: str) -> None:
        """Bury a connection in this turn or a later one, for the first such reason."""
        if connection not in self._lost:
            self._lost[connection] = reason
            self._newly_lost.append(connection)
            self.slow_readers += reason == TOO_SLOW

    def note(self, connection: Connection, mask: int) -> None:
        """Hear somebody who signs in, in this turn or a later one."""
        self._signing_in[connection] = mask | self._signing_in.get(connection, 0)

    def turn(self, *, are_others_waiting: bool) -> None:
        """Use up the share of one turn; of each kind at least one has his turn.

        While what others said is decided or waits for the disk, there is none, so that
        nothing comes between them and those who hear it; but that holds up nobody here
        for ever.
        """
        self._deafen_those_who_go_together()
        now = self._monotonic()
        if not are_others_waiting or now >= self._held_up_until:
            self._use(now)
        for connection in self._signing_in:
            self._clients.ignore(connection)

    def _use(self, now: float) -> None:
        self._ends_at = now + SECONDS
        for lost in self._share_of(list(self._lost)):
            self._bury(lost, self._lost.pop(lost))
        for connection in self._share_of(list(self._signing_in)):
            mask = self._signing_in.pop(connection)
            if not (connection.is_closed or connection in self._lost):
                self._clients.watch(connection)
                self._hear(connection, mask)
        for let_in in self._share_of(self._calls.newcomers()):
            let_in()
        self._held_up_until = self._monotonic() + SECONDS_HELD_UP

    def _deafen_those_who_go_together(self) -> None:
        """Spare them to be told of each other; one alone is buried as quickly."""
        newly_lost = [each for each in self._newly_lost if each in self._lost]
        if newly_lost and len(self._lost) > 1:
            self._deafen(newly_lost)
            newly_lost = []
        self._newly_lost = newly_lost

    def _share_of(self, items: Iterable[Item]) -> Iterator[Item]:
        for item in islice(items, AT_ONCE):
            yield item
            if self._monotonic() >= self._ends_at:
                return
