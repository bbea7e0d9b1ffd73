"""Tells from footprints over time whether a program grows."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import linear_regression, median

from torture.footprint import Footprint

SECONDS_OF_AN_HOUR = 3600.0
FEWEST = 9


@dataclass(frozen=True, slots=True)
class Allowed:
    """How much a program may grow from the second third of a time to the last one.

    Memory in parts of what it had, or in megabytes where that is more.
    """

    part: float = 0.02
    megabytes: float = 2.0
    descriptors: int = 4
    threads: int = 2


class Trend:
    """Footprints of one program, taken at times; the first third is its warm-up."""

    def __init__(self, name: str, allowed: Allowed) -> None:
        """Begin with none.

        Args:
            name: what the program is called when it is told of.
            allowed: how much counts as flat.
        """
        self._name = name
        self._allowed = allowed
        self._taken: list[tuple[float, Footprint]] = []

    def take(self, seconds: float, footprint: Footprint) -> None:
        """Add what the program needs after so many seconds."""
        self._taken.append((seconds, footprint))

    def last(self) -> str:
        """Tell what was taken last."""
        at, now = self._taken[-1]
        return (
            f"{self._name} after {at:.0f} s: {now.memory:.1f} MB, "
            f"{now.descriptors} descriptors, {now.threads} threads"
        )

    def problems(self) -> list[str]:
        """Say what grew; nothing when there are too few footprints to tell."""
        if len(self._taken) < FEWEST:
            return []
        before, after = self._thirds()
        allowed = self._allowed
        limits = {
            "memory": max(before.memory * allowed.part, allowed.megabytes),
            "descriptors": allowed.descriptors,
            "threads": allowed.threads,
        }
        return [
            f"{self._name}: {what} grew from {getattr(before, what):.1f} "
            f"to {getattr(after, what):.1f}"
            for what, limit in limits.items()
            if getattr(after, what) - getattr(before, what) > limit
        ]

    def told(self) -> str:
        """Tell both thirds, and the slope of the memory over them."""
        if len(self._taken) < FEWEST:
            return f"{self._name}: {len(self._taken)} footprints, too few for a trend"
        before, after = self._thirds()
        return (
            f"{self._name}: memory {before.memory:.1f} and then {after.memory:.1f} MB "
            f"({self._slope():+.1f} MB an hour), descriptors {before.descriptors} and "
            f"{after.descriptors}, threads {before.threads} and {after.threads}"
        )

    def _thirds(self) -> tuple[Footprint, Footprint]:
        third = len(self._taken) // 3
        return _middle(self._taken[third : 2 * third]), _middle(
            self._taken[2 * third :]
        )

    def _slope(self) -> float:
        steady = self._taken[len(self._taken) // 3 :]
        seconds = [at for at, _ in steady]
        memory = [footprint.memory for _, footprint in steady]
        return linear_regression(seconds, memory).slope * SECONDS_OF_AN_HOUR


def _middle(taken: Sequence[tuple[float, Footprint]]) -> Footprint:
    footprints = [footprint for _, footprint in taken]
    return Footprint(
        median(each.memory for each in footprints),
        int(median(each.descriptors for each in footprints)),
        int(median(each.threads for each in footprints)),
    )
