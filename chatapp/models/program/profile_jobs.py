"""Jobs on the database that are about one's profile at the network one is on."""

import sqlite3
from collections.abc import Callable
from typing import TypeVar

from chatapp.models.storage.jobs import Jobs
from chatapp.models.storage.profiles import Profile, profile_id_for

Result = TypeVar("Result")


def _do_nothing() -> None:
    """Stand where nothing is to be done when a job fails."""


class ProfileJobs:
    """Gives each job the row of the profile that is open when it is asked for."""

    def __init__(self, jobs: Jobs, profile: Callable[[], Profile | None]) -> None:
        self._jobs = jobs
        self._profile = profile

    def submit(
        self,
        work: Callable[[sqlite3.Connection, int], Result],
        then: Callable[[Result], None] | None = None,
        failed: Callable[[], None] = _do_nothing,
    ) -> None:
        """Do a job, soon; `failed` comes where it cannot be done."""
        profile = self._profile()
        if profile is None:
            failed()
            return

        def job(connection: sqlite3.Connection) -> Result:
            row = profile_id_for(connection, profile.network, profile.username)
            return work(connection, row)

        self._jobs.submit(job, then, lambda _reason: failed())
