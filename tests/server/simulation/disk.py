"""A disk that fills up, is slow, refuses or stops in the middle of a statement."""

import sqlite3
from queue import Empty
from random import Random
from typing import Any

from server.network.workers import Workers
from server.recorder import Recorder
from tests.server.simulation.time_line import TimeLine

WRITING = ("INSERT", "UPDATE")


class Crash(BaseException):
    """The server's process ends here: nothing is tidied up."""


class Disk:
    """What the disk is like now, and what it is going to do to a statement."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.heal()

    def heal(self) -> None:
        """Work, fast and always."""
        self.refuses = ""
        self.refusal_chance = 0.0
        self.slowest = 0.01
        self.reads_fail = 0.0
        self.statements_to_crash = -1

    def fall_ill(self) -> None:
        """Begin to fail in one way or another."""
        self.heal()
        ill = self._random.choice(("full", "locked", "commit", "now and then", "slow"))
        if ill == "slow":
            self.slowest = 6.0
        elif ill == "now and then":
            self.refuses, self.refusal_chance = "INSERT", 0.3
        else:
            word = {"full": "INSERT", "locked": "BEGIN", "commit": "COMMIT"}[ill]
            self.refuses, self.refusal_chance = word, 1.0
        self.reads_fail = self._random.choice((0.0, 0.0, 0.5))

    def delay(self) -> float:
        """Give how long the next piece of work takes."""
        return self._random.random() * self.slowest

    def meet(self, statement: str) -> None:
        """Let a statement through, or not."""
        if self.statements_to_crash >= 0:
            self.statements_to_crash -= 1
            if self.statements_to_crash < 0:
                raise Crash
        if self.refuses and self.refuses in statement:
            is_first = self._random.random() < self.refusal_chance
            if is_first:
                raise sqlite3.OperationalError("database or disk is full")


class DiskConnection:
    """SQLite's connection, on such a disk."""

    def __init__(self, connection: sqlite3.Connection, disk: Disk) -> None:
        self._connection = connection
        self._disk = disk

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        self._disk.meet(statement)
        return self._connection.execute(statement, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


class NothingToDo(BaseException):
    """The recorder would wait."""


class _Queue:
    """A queue whose reader never waits, and takes one batch at a time."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._waiting: list[Any] = []
        self.is_stepped = True
        self.may_begin = False
        self.may_time_out = False

    def put(self, value: Any) -> None:
        self._waiting.append(value)

    put_quietly = put

    def wake(self) -> None:
        """Nobody sleeps here."""

    def get(self, timeout: float | None = None) -> Any:
        if self._waiting and (self.may_begin or not self.is_stepped):
            self.may_begin = False
            return self._waiting.pop(0)
        if self.may_time_out and timeout is not None:
            self.may_time_out = False
            raise Empty
        raise NothingToDo

    def get_nowait(self) -> Any:
        if not self._waiting or self._random.random() < 0.3:
            raise Empty
        return self._waiting.pop(0)

    def empty(self) -> bool:
        return not self._waiting


class SteppedRecorder(Recorder):
    """The recorder, working when the simulation lets it."""

    time: TimeLine
    disk: Disk
    random: Random

    def __init__(self, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        self._waiting = _Queue(self.random)  # type: ignore[assignment]
        self._is_at_work = False
        self.is_dead = False

    def start(self, wake: Any, tell: Any = None) -> None:
        self._wake, self._tell = wake, tell

    def stop(self, seconds: float) -> None:
        self._waiting.is_stepped = False  # type: ignore[attr-defined]
        self._waiting.put(None)
        self._run()
        self.is_dead = True  # as its thread is from now on

    def record(self, recording: Any) -> None:
        super().record(recording)
        self._work_soon()

    def forget(self, *values: Any) -> None:
        super().forget(*values)
        self._work_soon()

    def _work_soon(self, seconds: float = 0.0) -> None:
        if not self._is_at_work:
            self._is_at_work = True
            self.time.after(seconds + self.disk.delay(), self._work)

    def _work(self) -> None:
        self._is_at_work = False
        if self.is_dead:
            return
        self._waiting.may_begin = True  # type: ignore[attr-defined]
        self._waiting.may_time_out = True  # type: ignore[attr-defined]
        try:
            self._run()
        except NothingToDo:
            if not self._waiting.empty():
                self._work_soon()
            elif self.is_failing:
                self._work_soon(1.0)


class SteppedWorkers(Workers):
    """Workers that are as fast as the disk is."""

    time: TimeLine
    disk: Disk
    random: Random

    def __init__(self, history: Any, *_: Any) -> None:
        self._read = history
        self.is_dead = False

    def run(self, work: Any, done: Any) -> None:
        self.time.after(self.disk.delay(), lambda: self._finish(work, done))

    def run_proof(self, work: Any, done: Any, origin: str) -> None:
        self.run(work, done)

    def run_slow(self, work: Any, done: Any, origin: str) -> None:
        self.run(work, done)

    def stop(self, seconds: float) -> bool:
        self.is_dead = True
        return True

    def _finish(self, work: Any, done: Any) -> None:
        if self.is_dead:
            return
        if self.random.random() < self.disk.reads_fail:
            done(sqlite3.OperationalError("disk I/O error"))
        else:
            done(work(self._read))
