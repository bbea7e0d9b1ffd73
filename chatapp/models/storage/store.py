"""Runs jobs on the client's database, one after the other, on a thread of its own."""

import logging
import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from chatapp.language import gettext as _
from chatapp.models.program.failures import log_failure
from chatapp.models.storage.schema import REMEDY, UnusableStore, open_database

log = logging.getLogger(__name__)

MOST_JOBS_AT_ONCE = 2_000

Result = TypeVar("Result")
Post = Callable[[Callable[[], None]], None]


@dataclass(frozen=True, slots=True)
class _Job:
    """What to do on the database, and whom to tell on the main thread."""

    work: Callable[[sqlite3.Connection], Any]
    then: Callable[[Any], None] | None
    failed: Callable[[str], None]
    is_lasting: bool


class Store:
    """The client's database. Jobs keep their order; those that wait share a commit."""

    def __init__(
        self,
        path: Path,
        post: Post,
        open_: Callable[[Path], sqlite3.Connection] = open_database,
    ) -> None:
        """Open the database, soon.

        Args:
            path: the file.
            post: takes callbacks to the main thread.
            open_: opens the database on the store's thread.
        """
        self._path = path
        self._post = post
        self._open = open_
        self._warned = ""
        self._connection: sqlite3.Connection | None = None
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="chatapp-store")
        self._thread.daemon = True
        self._thread.start()

    def submit(
        self,
        work: Callable[[sqlite3.Connection], Result],
        then: Callable[[Result], None] | None = None,
        failed: Callable[[str], None] | None = None,
        *,
        is_lasting: bool = False,
    ) -> None:
        """Do a job, soon; nobody waits for it.

        Args:
            work: runs on the store's thread, inside a transaction.
            then: takes its result on the main thread, once that is on the disk.
            failed: is told on the main thread why it could not be done, in words for
                people; nothing of the job has happened then.
            is_lasting: whether also a power cut must not take it after `then`; else
                only the program may end, and a power cut take the last moments.
        """
        self._jobs.put(_Job(work, then, failed or _ignore, is_lasting))

    def close(self) -> None:
        """Do what was submitted, and end; returns at once."""
        self._jobs.put(None)

    def wait_until_ended(self, seconds: float) -> None:
        """After close(): let what was submitted reach the disk."""
        self._thread.join(seconds)

    def _run(self) -> None:
        is_last = False
        while not is_last:
            jobs = self._collect()
            is_last = jobs[-1] is None
            self._serve([job for job in jobs if job is not None])
        self._let_go()

    def _serve(self, jobs: list[_Job]) -> None:
        """Do what waits; after a failure of its own the database is opened anew."""
        try:
            if self._connection is None and jobs:
                self._connection = self._try_to_open(jobs)
            if self._connection is not None:
                self._do_all(self._connection, jobs)
        except Exception as error:  # noqa: BLE001 - the thread's outer edge
            log_failure(log, "The history on this computer has failed", error)
            self._let_go()
            self._fail(jobs, _sentence(error))

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()

    def _collect(self) -> list[_Job | None]:
        jobs = [self._jobs.get()]
        try:
            while jobs[-1] is not None and len(jobs) < MOST_JOBS_AT_ONCE:
                jobs.append(self._jobs.get_nowait())
        except Empty:
            pass
        return jobs

    def _try_to_open(self, waiting: list[_Job]) -> sqlite3.Connection | None:
        """Open the database; every job that comes tries it again."""
        try:
            return self._open(self._path)
        except UnusableStore as error:
            self._warn(
                _("The history on this computer cannot be opened: {error}").format(
                    error=error
                )
            )
            self._fail(waiting, str(error))
            return None

    def _do_all(self, connection: sqlite3.Connection, jobs: list[_Job]) -> None:
        done: list[Callable[[], None]] = []
        must_last = any(job.is_lasting for job in jobs)
        try:
            connection.execute(
                f"PRAGMA synchronous = {'FULL' if must_last else 'NORMAL'}"
            )
            connection.execute("BEGIN IMMEDIATE")
            done.extend(filter(None, (self._do(connection, job) for job in jobs)))
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._warn(
                _("The history on this computer cannot be written: {error}").format(
                    error=error
                )
            )
            _roll_back(connection)
            self._fail(jobs, _sentence(error))
            return
        self._warned = ""
        for tell in done:
            self._post(tell)

    def _warn(self, text: str) -> None:
        """Say once why nothing can be kept, however many jobs that concerns."""
        if text != self._warned:
            self._warned = text
            log.warning("%s", text)

    def _do(
        self, connection: sqlite3.Connection, job: _Job
    ) -> Callable[[], None] | None:
        """Do one job, and give how to tell of it, if anybody is to be told.

        A failed one takes back its own changes and no other's.
        """
        connection.execute("SAVEPOINT job")
        try:
            result = job.work(connection)
        except Exception as error:
            if not connection.in_transaction:
                raise
            connection.execute("ROLLBACK TO job")
            connection.execute("RELEASE job")
            log_failure(log, "A job on the history failed", error)
            sentence = _sentence(error)
            return lambda: job.failed(sentence)
        connection.execute("RELEASE job")
        then = job.then
        return None if then is None else partial(then, result)

    def _fail(self, jobs: list[_Job], sentence: str) -> None:
        for job in jobs:
            self._post(_telling(job.failed, sentence))


def _telling(failed: Callable[[str], None], sentence: str) -> Callable[[], None]:
    return lambda: failed(sentence)


def _roll_back(connection: sqlite3.Connection) -> None:
    try:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        log.warning("A transaction could not be taken back: %s", error)


def _sentence(error: Exception) -> str:
    return _(
        "What is said cannot be kept on this computer now ({error}). {remedy}"
    ).format(error=error, remedy=REMEDY)


def _ignore(_value: object) -> None:
    """Stand where nobody asked to be told."""
