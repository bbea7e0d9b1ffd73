"""The table of announcements: importing a family's module adds its events."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from server.step import Step
from server.world.events import Event

Happened = TypeVar("Happened", bound=Event)


@dataclass(frozen=True, slots=True)
class Moment:
    """When and where something happened.

    Args:
        sequence: its number, which the msgid carries.
        time: in milliseconds since 1970.
        server: the server's name.
    """

    sequence: int
    time: int
    server: str


NextMoment = Callable[[], Moment]
"""Gives a number and the time to who asks: most that is said has its own."""

Announcer = Callable[[Any, NextMoment, Step], None]

BEFORE: dict[type[Event], list[Announcer]] = {}
"""Told before the event is applied: who hears it would no longer be found after."""

AFTER: dict[type[Event], list[Announcer]] = {}
"""Told once the event is applied."""


def announces(
    kind: type[Happened], *, before: bool = False
) -> Callable[
    [Callable[[Happened, NextMoment, Step], None]],
    Callable[[Happened, NextMoment, Step], None],
]:
    """Add the decorated function to what makes this kind of event heard."""

    def add(
        function: Callable[[Happened, NextMoment, Step], None],
    ) -> Callable[[Happened, NextMoment, Step], None]:
        (BEFORE if before else AFTER).setdefault(kind, []).append(function)
        return function

    return add
