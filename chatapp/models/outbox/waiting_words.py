"""Counts what an earlier window could not send, before one has signed in again."""

import sqlite3
from collections.abc import Callable
from functools import partial

from chatapp.models.storage.jobs import Jobs
from chatapp.models.storage.outbox import count_waiting
from chatapp.models.storage.profiles import profile_at
from chatapp.models.storage.window_lock import has_gone
from chatapp.wire.names import fold


class WaitingWords:
    """Looks into the database; the answer comes later, or never where there is none."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs

    def count(
        self, host: str, port: int, username: str, then: Callable[[int], None]
    ) -> None:
        """Count the messages that wait for one server, under one username.

        What a window wrote that is there still is none of them: that one sends it.
        """

        def work(connection: sqlite3.Connection) -> int:
            profile = profile_at(connection, host, port, fold(username))
            if profile is None:
                return 0
            return count_waiting(connection, profile, partial(has_gone, connection))

        self._jobs.submit(work, then, lambda _reason: None)
