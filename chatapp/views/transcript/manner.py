"""How lines are written: how close together, and how the time beside them."""

from dataclasses import dataclass
from datetime import datetime

_COMPACT_ROWS = 0.84
_HALF_DAY = "%I"


@dataclass(frozen=True, slots=True)
class Manner:
    """`clock` is a time's format for `strftime`; "" writes no time."""

    is_compact: bool = False
    clock: str = "%H:%M"

    def time(self, moment: datetime) -> str:
        """Write a time of the day on this computer's clock."""
        return _written(moment, self.clock) if self.clock else ""

    def minute(self, moment: datetime) -> str:
        """Write a time where one has to be, to the minute."""
        return _written(moment, self.clock if _HALF_DAY in self.clock else "%H:%M")

    def row(self, height: float) -> float:
        """Give how high a row of a rail is, which is usually so high."""
        return height * _COMPACT_ROWS if self.is_compact else height


def _written(moment: datetime, clock: str) -> str:
    written = moment.astimezone().strftime(clock)
    return written.removeprefix("0") if _HALF_DAY in clock else written
