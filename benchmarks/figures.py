"""One line of a table of programs: a figure of each, and the goals of ours."""

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.goals import Goal

BEST_PEER = "the best peer"


@dataclass(frozen=True, slots=True)
class Target:
    """What one of our ways of running has to reach, alone or beside a peer."""

    of: str
    goal: Goal
    beside: str = ""
    """A peer's name, or BEST_PEER: then the goal is a multiple of its figure."""

    def __str__(self) -> str:
        beside = f" × {self.beside}" if self.beside else ""
        return f"{self.of}: {self.goal}{beside}"


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a figure counts, and which way is better."""

    name: str
    digits: int
    more_is_better: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """The figures of all programs in one trial."""

    subject: str
    quantity: Quantity
    values: Mapping[str, float]
    peers: frozenset[str] = frozenset()
    targets: tuple[Target, ...] = ()

    def best_peer(self) -> float | None:
        """The best figure of all peers, where one was measured."""
        values = [self.values[name] for name in self.peers if name in self.values]
        if not values:
            return None
        return max(values) if self.quantity.more_is_better else min(values)

    def measured_by(self, target: Target) -> float | None:
        """The number to hold against the target's goal; None: not measured."""
        value, reference = self.values.get(target.of), self._reference(target)
        if value is None or not reference:
            return None
        return value / reference

    def is_met(self, target: Target) -> bool | None:
        """Whether it is; None where something was not measured."""
        value = self.measured_by(target)
        return None if value is None else target.goal.is_met_by(value)

    def _reference(self, target: Target) -> float | None:
        if not target.beside:
            return 1.0
        if target.beside == BEST_PEER:
            return self.best_peer()
        return self.values.get(target.beside)
