"""Begins what a step leaves for later: long work, or the next page of a long reply."""

from collections.abc import Callable

from server.network.connection import Connection
from server.network.workers import Workers
from server.step import Job

GoOn = Callable[[object], None]


class Later:
    """Work begins on a worker; a page waits until its client has taken the last one."""

    def __init__(self, workers: Workers) -> None:
        """Let these do the work."""
        self._workers = workers

    def begin(self, job: Job, connection: Connection | None, go_on: GoOn) -> None:
        """Do what a step has left for its client, and go on with what came of it."""
        if job.work is not None:
            self._workers.run(job.work, go_on)
        elif connection is not None and connection.wants_to_write:
            connection.next_page = go_on
        else:
            go_on(None)

    def look(self, connection: Connection, now: float) -> None:
        """Go on for a client whose socket has taken all that waited for it.

        Who takes what he is sent is there, though his next lines have to wait.
        """
        go_on = connection.next_page
        if go_on is not None and not connection.wants_to_write:
            connection.heard_at, connection.is_pinged = now, False
            connection.next_page = None
            go_on(None)
