"""What the models ask of the database: to do a job soon, and to tell them of it."""

import sqlite3
from collections.abc import Callable
from typing import Protocol, TypeVar

Result = TypeVar("Result")


class Jobs(Protocol):
    """Does jobs on the client's database in their order, such as a Store."""

    def submit(
        self,
        work: Callable[[sqlite3.Connection], Result],
        then: Callable[[Result], None] | None = None,
        failed: Callable[[str], None] | None = None,
        *,
        is_lasting: bool = False,
    ) -> None:
        """Do a job, soon; `then` takes its result, or `failed` the reason.

        Before `then` comes, what is lasting is where no power cut can take it.
        """
