"""The table of announcements: importing a family's module adds its events."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from server.step import Step
from server.world.events import Event

Happened = TypeVar("Happened", bound=Event)


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened: its number, which the msgid carries, and its time."""

    sequence: int
    stamp: str


Announcer = Callable[[Any, Moment, Step], None]

BEFORE: dict[type[Event], Announcer] = {}
"""Told before the event is applied: who hears it would no longer be found after."""

AFTER: dict[type[Event], Announcer] = {}
"""Told once the event is applied."""


def announces(
    kind: type[Happened], *, before: bool = False
) -> Callable[
    [Callable[[Happened, Moment, Step], None]], Callable[[Happened, Moment, Step], None]
]:
    """Add the decorated function as what makes this kind of event heard."""

    def add(
        function: Callable[[Happened, Moment, Step], None],
    ) -> Callable[[Happened, Moment, Step], None]:
        (BEFORE if before else AFTER)[kind] = function
        return function

    return add
