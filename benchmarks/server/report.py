"""What one run of the load program told, and what follows from it."""

import json
from dataclasses import dataclass, fields
from typing import Self

MICROSECONDS = 1e6


@dataclass(frozen=True, slots=True)
class Report:
    """The numbers of the program, under its names; delays are in milliseconds.

    Memory is in megabytes; `processor` is the server's time, in seconds.
    """

    welcome: int
    inside: int
    gone: int
    deaf_gone: int
    said: int
    deliveries: int
    due: int
    heard: int
    misordered: int
    mangled: int
    arrival_p50: float
    arrival_p99: float
    p50: float
    p99: float
    longest: float
    arrival_seconds: float
    arrival_processor: float
    join_seconds: float
    join_processor: float
    talk_seconds: float
    talk_processor: float
    load_processor: float
    memory_before: float
    memory_inside: float
    memory_peak: float
    memory_after: float

    @classmethod
    def read(cls, text: str) -> Self:
        """Read what the program printed."""
        values = json.loads(text)
        return cls(**{field.name: values[field.name] for field in fields(cls)})

    @property
    def deliveries_per_second(self) -> float:
        """How many messages clients heard in a second."""
        return self.deliveries / self.talk_seconds

    @property
    def messages_per_second(self) -> float:
        """How many messages were said in a second."""
        return self.said / self.talk_seconds

    @property
    def cost(self) -> float:
        """The server's time for each delivery, in microseconds."""
        return self.talk_processor / max(self.deliveries, 1) * MICROSECONDS

    @property
    def arrivals_per_second(self) -> float:
        """How many clients came to the end of the message of the day in a second."""
        return self.welcome / self.arrival_seconds

    @property
    def joins_per_second(self) -> float:
        """How many clients got into their room in a second."""
        return self.inside / self.join_seconds

    @property
    def load_share(self) -> float:
        """How much of a processor the load program took while it was measured."""
        return self.load_processor / self.talk_seconds if self.talk_seconds else 0.0

    def faults(self) -> list[str]:
        """Say what went wrong; such a run is no fair comparison."""
        counts = {
            "deliveries never came": self.due - self.heard,
            "deliveries came in another order": self.misordered,
            "texts came changed": self.mangled,
            "clients were closed": self.gone - self.deaf_gone,
        }
        return [f"{count:,} {what}" for what, count in counts.items() if count > 0]
