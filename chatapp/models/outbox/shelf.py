"""Keeps on disk what was written and is not confirmed, for a window that crashes."""

import sqlite3
from collections.abc import Callable

from chatapp.models.program.patience import Patience
from chatapp.models.storage.jobs import Jobs
from chatapp.models.storage.outbox import (
    KeptMessage,
    keep_message,
    messages_of,
    remove_message,
    take_over,
)
from chatapp.models.storage.profiles import Profile, profile_id_for
from chatapp.models.storage.window_lock import WindowLock, has_gone

_Work = Callable[[sqlite3.Connection], None]


def _do_nothing() -> None:
    """Stand where nothing is to be done afterwards."""


class Shelf:
    """The outbox's part of the database; what it cannot keep goes on all the same."""

    def __init__(self, jobs: Jobs, owner: str, patience: Patience) -> None:
        """Keep messages as those of this window."""
        self.profile: Profile | None = None
        self._jobs = jobs
        self._lock = WindowLock(owner)
        self._patience = patience
        self._latest: dict[str, _Work] = {}
        self._owed: dict[str, _Work] = {}

    def keep(
        self, message: KeptMessage, then: Callable[[], None] | None = None
    ) -> None:
        """Keep a message as it is now; `then` comes in any case, and soon."""
        profile, lock = self.profile, self._lock
        if profile is None:
            if then:
                then()
            return
        go_on = self._patience.wait(then) if then else _do_nothing

        def work(connection: sqlite3.Connection) -> None:
            lock.hold(connection)
            profile_id = profile_id_for(connection, profile.network, profile.username)
            keep_message(connection, profile_id, lock.owner, message)

        self._submit(message.id, work, go_on, is_lasting=True)
        self._patience.go_on()

    def remove(self, message_id: str) -> None:
        """Keep a message no longer."""
        if self.profile is not None:
            self._submit(
                message_id, lambda connection: remove_message(connection, message_id)
            )

    def catch_up(self) -> None:
        """Keep what a disk did not take that was full, and has room again."""
        owed, self._owed = self._owed, {}
        for message_id, work in owed.items():
            self._submit(message_id, work, is_lasting=True)

    @property
    def owner(self) -> str:
        """The name of this window in the database."""
        return self._lock.owner

    def take_over(
        self, connection: sqlite3.Connection, profile_id: int
    ) -> list[KeptMessage]:
        """Give all that is this window's, with what windows left that have gone."""
        self.take_over_more(connection, profile_id)
        self._lock.sweep(connection)
        return messages_of(connection, profile_id, self.owner)

    def take_over_more(
        self, connection: sqlite3.Connection, profile_id: int
    ) -> list[KeptMessage]:
        """Give what windows left that have gone since; both on the store's thread."""
        lock = self._lock
        lock.hold(connection)
        return take_over(
            connection,
            profile_id,
            lock.owner,
            lambda owner: has_gone(connection, owner),
        )

    def let_go(self) -> None:
        """Leave what is kept to the next window."""
        self.profile = None
        self._owed.clear()
        self._jobs.submit(self._lock.let_go)

    def _submit(
        self,
        message_id: str,
        work: _Work,
        then: Callable[[], None] = _do_nothing,
        *,
        is_lasting: bool = False,
    ) -> None:
        """Let the disk know of a message; what it does not take is owed to it."""
        self._latest[message_id] = work
        self._owed.pop(message_id, None)

        def end(*, is_kept: bool) -> None:
            if self._latest.get(message_id) is work:
                del self._latest[message_id]
                if not is_kept:
                    self._owed[message_id] = work
            then()

        self._jobs.submit(
            work,
            lambda _done: end(is_kept=True),
            lambda _reason: end(is_kept=False),
            is_lasting=is_lasting,
        )
