"""Which seeds the tests with schedules play: some, or those that are asked for."""

import os
from collections.abc import Sequence

VARIABLE = "CHATAPP_TEST_SEEDS"


def chosen_seeds(usual: int, chosen: str | None = None) -> Sequence[int]:
    """Give the seeds to play.

    Args:
        usual: how many are played when none are asked for.
        chosen: what is asked for, such as "7" or "0-999"; otherwise what stands in
            the environment as CHATAPP_TEST_SEEDS.
    """
    wanted = os.environ.get(VARIABLE, "") if chosen is None else chosen
    if not wanted:
        return range(usual)
    first, _, last = wanted.partition("-")
    return range(int(first), int(last or first) + 1)


def in_groups(seeds: Sequence[int], size: int) -> list[Sequence[int]]:
    """Part seeds into groups that are played at the same time."""
    return [seeds[start : start + size] for start in range(0, len(seeds), size)]


def name_of(seeds: Sequence[int]) -> str:
    """Give the words that choose these seeds."""
    return f"{seeds[0]}-{seeds[-1]}"
