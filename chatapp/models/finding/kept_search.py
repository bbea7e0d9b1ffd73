"""Searches what is kept of a server that one is not on, without going there."""

import sqlite3

from chatapp.models.entities import FoundPage, Search
from chatapp.models.finding.searching import AT_ONCE, Finding, OnPage
from chatapp.models.storage import search as kept
from chatapp.models.storage.ignored import read_ignored
from chatapp.models.storage.jobs import Jobs
from chatapp.models.storage.profiles import profile_at
from chatapp.wire.names import fold


class KeptSearch:
    """Finds what was said at one address, to and around one username."""

    def __init__(self, jobs: Jobs, host: str, port: int, username: str) -> None:
        self._jobs = jobs
        self._server = (host, port, fold(username))

    def find(self, wanted: Search, on_page: OnPage) -> Finding:
        """Begin a search; its first page comes later."""
        run = _Run(self._jobs, self._server, wanted, on_page)
        run.more()
        return run


class _Run:
    """One search, from its first page to its last."""

    def __init__(
        self, jobs: Jobs, server: tuple[str, int, str], wanted: Search, on_page: OnPage
    ) -> None:
        self._jobs = jobs
        self._server = server
        self._wanted = wanted
        self._on_page = on_page
        self._place: kept.Place | None = None
        self._is_free = True

    def more(self) -> None:
        """Have the next page found."""
        if self._is_free:
            self._is_free = False
            self._jobs.submit(self._read, self._found, self._failed)

    def stop(self) -> None:
        """Want nothing more of it."""
        self._is_free = False
        self._on_page = lambda _page: None

    def _read(self, connection: sqlite3.Connection) -> kept.Findings | None:
        """Read a page; None where nothing was ever kept."""
        profile = profile_at(connection, *self._server)
        if profile is None:
            return None
        wanted, place = self._wanted, self._place
        key = fold(wanted.room) if wanted.room else ""
        page = kept.search(connection, profile, wanted, key, AT_ONCE, place)
        ignored = {fold(nick) for nick in read_ignored(connection, profile)}
        lines = [line for line in page.found if fold(line.sender) not in ignored]
        return kept.Findings(tuple(lines), page.next)

    def _found(self, page: kept.Findings | None) -> None:
        if page is None:
            self._on_page(FoundPage())
            return
        self._place = page.next
        self._is_free = page.next is not None
        self._on_page(FoundPage(page.found, page.next is None, is_local=True))

    def _failed(self, _reason: str) -> None:
        self._on_page(FoundPage(is_local=True))
