"""A client's disk whose work is done when the schedule says so; it outlives a crash."""

import sqlite3
from collections.abc import Callable
from typing import Any

from chatapp.models.storage.schema import VERSIONS

Job = tuple[
    Callable[[sqlite3.Connection], Any],
    Callable[[Any], None] | None,
    Callable[[str], None] | None,
]


class PlayedDisk:
    """A database in memory, written in turns, that may refuse for a while."""

    def __init__(self) -> None:
        self.refuses = self.has_refused = False
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        for changes in VERSIONS:
            self._connection.executescript(changes)
        self._waiting: list[Job] = []

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits."""
        return not self._waiting

    def submit(
        self,
        work: Callable[[sqlite3.Connection], Any],
        then: Callable[[Any], None] | None = None,
        failed: Callable[[str], None] | None = None,
        *,
        is_lasting: bool = False,
    ) -> None:
        """Take a job for the next turn."""
        self._waiting.append((work, then, failed))

    def turn(self) -> None:
        """Do all that waits, and tell of it."""
        jobs, self._waiting = self._waiting, []
        for tell in [self._do(job) for job in jobs]:
            tell()

    def fill(self) -> None:
        """Take no changes, as a disk that is full, or take them again."""
        self.refuses = not self.refuses
        self.has_refused = True

    def unsent(self) -> list[str]:
        """Give what is kept to be sent, now or by a later life of the client."""
        rows = self._connection.execute("SELECT text FROM outbox").fetchall()
        return [text for (text,) in rows]

    def crash(self) -> None:
        """Lose what was not done yet."""
        self._waiting.clear()

    def close(self) -> None:
        """Let the database go."""
        self._connection.close()

    def _do(self, job: Job) -> Callable[[], None]:
        work, then, failed = job
        changes = self._connection.total_changes
        self._connection.execute("BEGIN")
        result = work(self._connection)
        if self.refuses and self._connection.total_changes > changes:
            self._connection.execute("ROLLBACK")
            return lambda: failed("The disk is full.") if failed else None
        self._connection.execute("COMMIT")
        return lambda: then(result) if then else None
