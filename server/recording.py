"""What is recorded, what records it, and what is done between two recordings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from server.world.events import Event
from server.world.notes import Note

Command = Sequence[Event | Note]
Commands = Sequence[Command]


class Journal(Protocol):
    """Where events are written; see server.storage.journal."""

    def record(self, commands: Commands) -> None:
        """Write all, or raise and write nothing."""

    def record_apart(self, commands: Commands) -> frozenset[int]:
        """Write what can be written, and give the numbers of the rest."""

    def probe(self) -> bool:
        """Tell whether writing works."""

    def close(self) -> None:
        """Let the file go."""


class Pruning(Protocol):
    """What is done with the history between turns; see server.storage.upkeep."""

    def forget(self, target: str, before: int) -> None:
        """Delete, when there is time, what was said to a target before a number."""

    def recorded(self) -> float:
        """Know that something was written, and give the seconds until work is due."""

    def work(self) -> float:
        """Do a little, and give the seconds after which to go on."""


@dataclass(slots=True)
class Recording:
    """What one turn records, by command, and which commands failed.

    Nobody waits for a recording of notes alone.
    """

    commands: Commands
    failed: frozenset[int] = frozenset()
    is_done: bool = False
    is_awaited: bool = True

    @property
    def size(self) -> int:
        """How many events and notes it has."""
        return sum(map(len, self.commands))

    @property
    def commands_of_notes(self) -> list[Command]:
        """Those of its commands that nobody was to wait for."""
        return [
            command
            for command in self.commands
            if not any(isinstance(each, Event) for each in command)
        ]
