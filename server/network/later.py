"""Begins what a step leaves for later: long work, or the next page of a long reply."""

from collections.abc import Callable
from functools import partial

from server.network.connection import Connection
from server.network.workers import Workers
from server.step import Job
from server.world.origin import origin_of

GoOn = Callable[[object], None]


class Later:
    """Nothing more begins for a client before it has taken what it was sent.

    So who asks for much gets all of it, as fast as he reads, and not too much waits.
    """

    def __init__(self, workers: Workers) -> None:
        """Let these do the work."""
        self._workers = workers

    def begin(self, job: Job, connection: Connection | None, go_on: GoOn) -> None:
        """Do what a step has left for its client, and go on with what came of it."""
        origin = "" if connection is None else origin_of(connection.address)
        start = partial(self._start, job, go_on, origin)
        if connection is not None and connection.wants_to_write:
            connection.next_page = start
        else:
            start()

    def look(self, connection: Connection, now: float) -> None:
        """Go on for a client whose socket has taken all that waited for it.

        Who takes what he is sent is there, though his next lines have to wait.
        """
        start = connection.next_page
        if start is not None and not connection.wants_to_write:
            connection.heard_at, connection.is_pinged = now, False
            connection.next_page = None
            start()

    def _start(self, job: Job, go_on: GoOn, origin: str) -> None:
        if job.work is None:
            go_on(None)
        elif job.is_slow:
            self._workers.run_slow(job.work, go_on, origin)
        elif job.is_proof:
            self._workers.run_proof(job.work, go_on, origin)
        else:
            self._workers.run(job.work, go_on)
