"""A bad habit, what those who have it need, and what becomes of them."""

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import Protocol

LONGEST_SENTENCE = 200


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where bad neighbours live.

    `elsewhere` is an address of this machine that the server takes for another
    machine's, or None where there is no such address.
    """

    port: int
    chance: random.Random
    elsewhere: str | None
    crowd: int


@dataclass(slots=True)
class Fate:
    """What became of bad neighbours: how many came, and what they were told last."""

    came: int = 0
    told: Counter[str] = field(default_factory=Counter)

    def tell(self, sentence: str) -> None:
        """Note somebody's last words from the server."""
        if sentence:
            self.told[sentence[:LONGEST_SENTENCE]] += 1


class Habit(Protocol):
    """One way to be a bad neighbour."""

    fate: Fate

    async def prepare(self) -> None:
        """Be there, quietly, as far as that belongs to it."""

    async def go_on(self) -> None:
        """Be bad until this is cancelled."""


class Rate:
    """Lets through so many a second."""

    def __init__(self, a_second: float) -> None:
        """Begin now."""
        self._pause = 1 / a_second
        self._next = asyncio.get_running_loop().time()

    async def turn(self) -> None:
        """Wait for the next turn; turns that were missed are not caught up."""
        now = asyncio.get_running_loop().time()
        self._next = max(now, self._next + self._pause)
        await asyncio.sleep(self._next - now)
