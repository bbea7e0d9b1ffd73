"""What can be done about something, as a menu offers it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry of a menu; `is_on` is None for one that cannot be switched on."""

    words: str
    do: Callable[[], object]
    is_on: bool | None = None


MenuPart = Sequence[MenuEntry]
"""Entries that belong together; a line parts them from the others."""
