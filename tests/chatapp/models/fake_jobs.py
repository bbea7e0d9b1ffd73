"""Databases in memory, whose jobs a test lets be done, wait or fail."""

import sqlite3
from typing import Any

from chatapp.models.storage.schema import VERSIONS


class FakeJobs:
    """A database in memory, on which jobs are done at once."""

    def __init__(self) -> None:
        # Whichever thread the collector runs on closes it.
        self.connection = sqlite3.connect(
            ":memory:", isolation_level=None, check_same_thread=False
        )
        for changes in VERSIONS:
            self.connection.executescript(changes)

    def __del__(self) -> None:
        self.connection.close()

    def submit(
        self, work: Any, then: Any = None, failed: Any = None, *, is_lasting: Any = None
    ) -> None:
        try:
            result = work(self.connection)
        except sqlite3.Error as error:
            if failed:
                failed(str(error))
            return
        if then:
            then(result)


class SlowJobs(FakeJobs):
    """Jobs that wait until a test lets the disk do them."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[tuple[Any, Any, Any]] = []
        self.is_slow = False

    def submit(
        self, work: Any, then: Any = None, failed: Any = None, *, is_lasting: Any = None
    ) -> None:
        if self.is_slow:
            self._waiting.append((work, then, failed))
        else:
            super().submit(work, then, failed)

    def do_next(self) -> None:
        """Do what has waited longest."""
        super().submit(*self._waiting.pop(0))

    def catch_up(self) -> None:
        """Do what waits."""
        waiting, self._waiting = self._waiting, []
        for job in waiting:
            super().submit(*job)


class FailingJobs(FakeJobs):
    """Jobs on a disk that can be full."""

    is_full = False

    def submit(
        self, work: Any, then: Any = None, failed: Any = None, *, is_lasting: Any = None
    ) -> None:
        if not self.is_full:
            super().submit(work, then, failed)
        elif failed:
            failed("The disk is full.")
