"""Opens what is kept of a server that does not answer, as after a lost link to it."""

from functools import partial
from typing import TYPE_CHECKING

from chatapp.models.arrival import Arrival
from chatapp.models.connection.encryption import Answering
from chatapp.models.connection.link import Link
from chatapp.models.connection.means import Means
from chatapp.models.events import Problem
from chatapp.models.session.kept_session import session_from
from chatapp.models.storage.jobs import Jobs
from chatapp.models.storage.profiles import KeptServer, server_at
from chatapp.wire.names import fold

if TYPE_CHECKING:
    from chatapp.models.program.scheduler import Timer
    from chatapp.models.session.session import Identity

PATIENCE = 4.0
"""So many seconds one looks at a sign-in to which nobody answers, and not longer."""


class OpeningKept:
    """Opens it where one was signed in before: KeptOpened follows, or nothing does."""

    def __init__(self, link: Link, arrival: Arrival, jobs: Jobs, means: Means) -> None:
        self._link = link
        self._arrival = arrival
        self._jobs = jobs
        self._means = means
        self._wanted: Identity | None = None
        self._patience: Timer | None = None

    def open_if_late(self) -> None:
        """Open it soon, if the server that is dialled has not answered by then."""
        self.cancel()
        self._patience = self._means.scheduler.call_later(
            PATIENCE, partial(self.open, Problem.TIMED_OUT)
        )

    def open(self, problem: Problem, detail: str = "") -> None:
        """Open it now.

        Args:
            problem: why there is no link.
            detail: what is told of that besides.
        """
        self.cancel()
        identity = self._wanted = self._link.identity
        place, username = self._link.whereabouts.home, fold(identity.nick)
        self._jobs.submit(
            lambda connection: server_at(connection, *place, username),
            partial(self._found, identity, problem, detail),
        )

    def cancel(self) -> None:
        """Do not open it, if that has not happened yet."""
        self._wanted = None
        if self._patience:
            self._patience.cancel()
            self._patience = None

    def _found(
        self,
        identity: "Identity",
        problem: Problem,
        detail: str,
        kept: KeptServer | None,
    ) -> None:
        if kept is None or not self._is_wanted(identity):
            return
        clock, new_id = self._means.clock, self._means.new_id
        session = session_from(kept.session, identity, clock, new_id)
        if session is None:
            return
        known = Answering(kept.known_by).demand

        def resume() -> bool:
            return self._is_wanted(identity) and self._link.resume(
                session, known, problem, detail
            )

        self._arrival.open_kept(session, kept.profile, resume)

    def _is_wanted(self, identity: "Identity") -> bool:
        """Tell whether it is still the same sign-in that does not come about."""
        return self._wanted is identity is self._link.identity
