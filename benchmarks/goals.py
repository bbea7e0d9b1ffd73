"""What a figure is to reach, and whether it does."""

from dataclasses import dataclass
from operator import ge, le, lt

_COMPARISONS = {"at least": ge, "at most": le, "under": lt}


@dataclass(frozen=True, slots=True)
class Goal:
    """A bound, in the figure's own unit."""

    comparison: str
    bound: float

    def __str__(self) -> str:
        return f"{self.comparison} {self.bound:,g}"

    def is_met_by(self, value: float) -> bool:
        """Whether the value is on the right side."""
        return bool(_COMPARISONS[self.comparison](value, self.bound))


def at_least(bound: float) -> Goal:
    """A goal for what is better the more it is."""
    return Goal("at least", bound)


def at_most(bound: float) -> Goal:
    """A goal for what is better the less it is."""
    return Goal("at most", bound)


def under(bound: float) -> Goal:
    """A goal that the bound itself misses."""
    return Goal("under", bound)
