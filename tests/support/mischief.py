"""What becomes of the connections through a proxy, drawn from a seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

ALL_AT_ONCE = 65_536


class Ending(Enum):
    """What happens to a connection in the end."""

    NONE = auto()
    """It is carried for as long as both sides want."""
    CUT = auto()
    """Both sides are closed, wherever in a line that is."""
    RESET = auto()
    """Both sides are reset."""
    SWALLOWED = auto()
    """It looks alive, and nothing arrives any more; its end does not either."""
    CLIENT_LEFT_OPEN = auto()
    """The server's side is closed; the client hears nothing of it."""
    SERVER_LEFT_OPEN = auto()
    """The client's side is closed; the server hears nothing of it."""


MISCHIEVOUS = tuple(each for each in Ending if each is not Ending.NONE)


@dataclass(frozen=True, slots=True)
class Fate:
    """How one connection is carried, and what happens after so many bytes in all.

    `piece` is the most bytes that go on at once, `delay` how long each is held back.
    """

    ending: Ending = Ending.NONE
    after: int = 0
    piece: int = ALL_AT_ONCE
    delay: float = 0.0


def fates(seed: int | str, bad: int) -> Iterator[Fate]:
    """Give so many bad fates, and then for ever good ones.

    Args:
        seed: the same seed gives the same fates; a number or a text.
        bad: how many connections end badly.
    """
    chance = random.Random(seed)
    for _ in range(bad):
        yield _bad_fate(chance)
    while True:
        yield _fate(chance, Ending.NONE, 0)


def _bad_fate(chance: random.Random) -> Fate:
    # A sign-in takes about four thousand bytes: some end before it, most behind it.
    most = chance.choice((0, 1_000, 5_000, 10_000, 20_000))
    return _fate(chance, chance.choice(MISCHIEVOUS), chance.randint(0, most))


def _fate(chance: random.Random, ending: Ending, after: int) -> Fate:
    piece = chance.choice((ALL_AT_ONCE, ALL_AT_ONCE, chance.randint(3, 60)))
    delay = chance.choice((0.0, 0.0, chance.uniform(0.001, 0.05)))
    return Fate(ending, after, piece, delay)
