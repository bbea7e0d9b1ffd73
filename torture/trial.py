"""One round beside bad neighbours: how ordinary people fare before, during, after.

The same people also talk in a house without such neighbours: so what the neighbours do
to a server is told from what they, and everybody else, do to the computer.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from torture.bad_habit import Told, bad_neighbours
from torture.guest import Guest, Way
from torture.house import House
from torture.people import People, p99

SECONDS_BETWEEN_VISITS = 0.5
LEAST_MILLISECONDS = 0.001


@dataclass(frozen=True, slots=True)
class Lengths:
    """How many seconds each part of a round takes."""

    quiet: float
    trouble: float
    settle: float

    @property
    def whole(self) -> float:
        """All of it, but for the time that the neighbours need to come."""
        return 2 * self.quiet + self.trouble + 2 * self.settle


@dataclass(frozen=True, slots=True)
class Round:
    """What a round did to ordinary people, and to the server.

    `usual` and `troubled` are the p99 from mouth to ear, in milliseconds: the usual
    one is that before and after, or that in the other house meanwhile, if this is
    longer. `visits` are the seconds in which visitors came in meanwhile; `memory` is
    what the server had then, in MB, and `counted` its metrics after that and before.
    """

    usual: float
    troubled: float
    visits: list[float]
    memory: float
    counted: tuple[dict[str, float], dict[str, float]]
    told: Told

    @property
    def times(self) -> float:
        """How many times as long messages took."""
        return self.troubled / max(self.usual, LEAST_MILLISECONDS)

    def grew(self, metric: str) -> bool:
        """Tell whether the server counted something meanwhile."""
        after, before = self.counted
        return after[metric] > before[metric]


@dataclass(slots=True)
class Rounds:
    """Plays rounds in one house, with the same people."""

    house: House
    people: People
    others: People
    lengths: Lengths
    monotonic: Callable[[], float] = field(default=time.monotonic)

    async def play(self, habit: str, crowd: int, seed: int) -> Round:
        """Live beside neighbours with this habit for a while."""
        async with bad_neighbours(habit, self.house.port, seed, crowd) as bad:
            delays = await self._be_quiet()
            before = await self._counts()
            self.others.take_delays()
            await bad.begin()
            visits = await self._visit()
            unheard = self.people.ages_of_unheard()
            troubled = p99(self.people.take_delays() + unheard)
            elsewhere = p99(self.others.take_delays())
            memory = self.house.footprint().memory
            after = await self._counts()
            told = await bad.end()
        delays += await self._be_quiet()
        usual = max(p99(delays), elsewhere)
        return Round(usual, troubled, visits, memory, (after, before), told)

    async def _be_quiet(self) -> list[float]:
        await asyncio.sleep(self.lengths.settle)
        self.people.take_delays()
        await asyncio.sleep(self.lengths.quiet)
        return self.people.take_delays()

    async def _counts(self) -> dict[str, float]:
        return await asyncio.to_thread(self.house.counts)

    async def _visit(self) -> list[float]:
        """Have somebody come in and go again and again; give how long coming took."""
        ends_at = self.monotonic() + self.lengths.trouble
        visits: list[float] = []
        while self.monotonic() < ends_at:
            began = self.monotonic()
            visitor = Guest(f"visitor{len(visits)}", list(Way)[len(visits) % len(Way)])
            await visitor.come(self.house.port)
            await visitor.sign_in()
            visits.append(self.monotonic() - began)
            visitor.quit()
            await asyncio.sleep(SECONDS_BETWEEN_VISITS)
        return visits
