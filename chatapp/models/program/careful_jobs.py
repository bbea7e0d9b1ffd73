"""Tells whenever the database takes nothing, and once when it does again."""

import sqlite3
from collections.abc import Callable
from typing import TypeVar

from chatapp.models.events import KeepingChanged
from chatapp.models.storage.jobs import Jobs

Result = TypeVar("Result")


class CarefulJobs:
    """Jobs whose failures are told to everybody; `on_again` is told of their end."""

    def __init__(self, jobs: Jobs, publish: Callable[[KeepingChanged], None]) -> None:
        self.on_again: Callable[[], None] = lambda: None
        self._jobs = jobs
        self._publish = publish
        self._is_failing = False

    def submit(
        self,
        work: Callable[[sqlite3.Connection], Result],
        then: Callable[[Result], None] | None = None,
        failed: Callable[[str], None] | None = None,
        *,
        is_lasting: bool = False,
    ) -> None:
        """Do a job, soon; `then` takes its result, or `failed` the reason."""

        def done(result: Result) -> None:
            was_failing, self._is_failing = self._is_failing, False
            if was_failing:
                self._publish(KeepingChanged())
            if then:
                then(result)
            if was_failing:
                self.on_again()

        def not_done(reason: str) -> None:
            self._is_failing = True
            if failed:
                failed(reason)
            self._publish(KeepingChanged(reason))

        self._jobs.submit(work, done, not_done, is_lasting=is_lasting)
