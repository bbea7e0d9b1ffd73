"""Counts what an earlier window could not send, before one has signed in again."""

import sqlite3
from collections.abc import Callable

from chatapp.models.storage.jobs import Jobs
from chatapp.models.storage.outbox import count_waiting
from chatapp.models.storage.profiles import profile_at
from chatapp.wire.names import fold


class WaitingWords:
    """Looks into the database; the answer comes later, or never where there is none."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs

    def count(
        self, host: str, port: int, username: str, then: Callable[[int], None]
    ) -> None:
        """Count the messages that wait for one server, under one username."""

        def work(connection: sqlite3.Connection) -> int:
            profile = profile_at(connection, host, port, fold(username))
            return 0 if profile is None else count_waiting(connection, profile)

        self._jobs.submit(work, then, lambda _reason: None)
