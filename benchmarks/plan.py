"""How measurements are to be made: at length or quickly, and of which servers."""

from dataclasses import dataclass
from pathlib import Path

ROUNDS, QUICK_ROUNDS = 3, 1
SECONDS, QUICK_SECONDS = 3.0, 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """What all measurements of one call have in common."""

    folder: Path
    is_quick: bool = False
    rounds: int = ROUNDS
    servers: tuple[str, ...] = ()
    """The only ones that are wanted; none: all."""

    @property
    def seconds(self) -> float:
        """How long one run of a load is measured."""
        return QUICK_SECONDS if self.is_quick else SECONDS
