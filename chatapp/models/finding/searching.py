"""Searches what was said: at the server, and in what is kept on this computer."""

import sqlite3
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from chatapp.models.connection.link import Link
from chatapp.models.entities import ChatMessage, FoundPage, Search
from chatapp.models.finding.findings import Findings, Source
from chatapp.models.messages.amending import as_original
from chatapp.models.program.profile_jobs import ProfileJobs
from chatapp.models.program.scheduler import Scheduler, Timer
from chatapp.models.rooms.conversations import Conversations
from chatapp.models.session.facts import Fact, SearchAnswered, SearchRefused
from chatapp.models.session.searching import ask_search
from chatapp.models.session.session import Session
from chatapp.models.storage import search as kept
from chatapp.wire import capabilities
from chatapp.wire.message import MalformedMessage
from chatapp.wire.timestamps import render_time

if TYPE_CHECKING:
    from datetime import datetime

AT_ONCE = 50
ANSWER_SECONDS = 8.0
_LINK, _HTTP = "://", "http"

OnPage = Callable[[FoundPage], None]


class Finding(Protocol):
    """A search that is under way."""

    def more(self) -> None:
        """Have the next page found."""

    def stop(self) -> None:
        """Want nothing more of it."""


class _Run:
    """One search, from its first page to its last."""

    def __init__(
        self,
        wanted: Search,
        on_page: OnPage,
        sources: list[Source],
        go_on: "Callable[[_Run], None]",
    ) -> None:
        self.is_wanted = True
        self._go_on = go_on
        self.wanted = wanted
        self.on_page = on_page
        self.findings = Findings(sources)
        self.asked: set[Source] = set()
        self.place: kept.Place | None = None
        self.oldest: datetime | None = None
        self.page: list[ChatMessage] = []
        self.is_local = False
        self.reason = ""
        self.timer: Timer | None = None

    def more(self) -> None:
        """Have the next page found."""
        if self.is_wanted and not self.asked and not self.findings.is_empty:
            self._go_on(self)

    def stop(self) -> None:
        """Want nothing more of it."""
        self.is_wanted = False
        if self.timer:
            self.timer.cancel()


class Searching:
    """Searches one server; each search is one of its own."""

    def __init__(
        self,
        link: Link,
        conversations: Conversations,
        jobs: ProfileJobs,
        scheduler: Scheduler,
    ) -> None:
        self._link = link
        self._conversations = conversations
        self._jobs = jobs
        self._scheduler = scheduler
        # A server answers in the order in which it was asked.
        self._at_server: deque[_Run] = deque()

    def find(self, wanted: Search, on_page: OnPage) -> Finding:
        """Begin a search; its first page comes later."""
        sources = [Source.KEPT]
        if self._searcher():
            sources.append(Source.SERVER)
        run = _Run(wanted, on_page, sources, self._go_on)
        run.is_local = self._link.online_session is None
        run.more()
        return run

    def take(self, fact: Fact) -> bool:
        """Take in what the server answers; False when that is something else."""
        if not isinstance(fact, SearchAnswered | SearchRefused):
            return False
        run = self._at_server.popleft() if self._at_server else None
        if run is None or not run.is_wanted:
            return True
        if isinstance(fact, SearchRefused):
            self._do_without_server(run, fact.reason)
        else:
            self._take_answer(run, fact.lines)
        return True

    def link_lost(self) -> None:
        """Expect no answers any more."""
        waiting = list(self._at_server)
        self._at_server.clear()
        for run in waiting:
            self._do_without_server(run, "")

    # -- one run ------------------------------------------------------------------

    def _go_on(self, run: _Run) -> None:
        """Ask whoever has to be asked for more, or give a page that is full."""
        taken = run.findings.take(AT_ONCE - len(run.page))
        run.page += [line for _source, line in taken]
        lacking = run.findings.lacking() if len(run.page) < AT_ONCE else []
        run.asked.update(lacking)
        for source in lacking:
            ask = self._ask_server if source is Source.SERVER else self._ask_kept
            ask(run)
        if not lacking:
            self._give(run)

    def _give(self, run: _Run) -> None:
        page, run.page = run.page, []
        is_last = run.findings.is_empty
        run.on_page(FoundPage(tuple(page), is_last, run.is_local, run.reason))

    def _found(
        self, run: _Run, source: Source, lines: list[ChatMessage], *, is_done: bool
    ) -> None:
        if run.is_wanted and source in run.asked:
            run.asked.discard(source)
            run.findings.add(source, lines, is_done=is_done)
            if not run.asked:
                self._go_on(run)

    # -- what is kept -------------------------------------------------------------

    def _ask_kept(self, run: _Run) -> None:
        wanted, place = run.wanted, run.place
        key = self._conversations.key_of(wanted.room) if wanted.room else ""

        def work(connection: sqlite3.Connection, profile: int) -> kept.Findings:
            return kept.search(connection, profile, wanted, key, AT_ONCE, place)

        def found(page: kept.Findings) -> None:
            run.place = page.next
            self._found(run, Source.KEPT, list(page.found), is_done=page.next is None)

        self._jobs.submit(
            work, found, lambda: self._found(run, Source.KEPT, [], is_done=True)
        )

    # -- the server ---------------------------------------------------------------

    def _searcher(self) -> Session | None:
        """Give the session, if its server can be searched."""
        session = self._link.online_session
        if session is None or not session.has(capabilities.SEARCH):
            return None
        return session if session.has(capabilities.BATCH) else None

    def _ask_server(self, run: _Run) -> None:
        session = self._searcher()
        if session is None:
            self._do_without_server(run, "")
            return
        try:
            ask_search(session, _as_asked(run))
        except MalformedMessage:
            self._do_without_server(run, "")
            return
        self._at_server.append(run)
        run.timer = self._scheduler.call_later(
            ANSWER_SECONDS, lambda: self._do_without_server(run, "")
        )

    def _take_answer(self, run: _Run, lines: tuple[ChatMessage, ...]) -> None:
        if run.timer:
            run.timer.cancel()
        lines = tuple(map(as_original, lines))
        newest_first = sorted(lines, key=lambda line: line.time, reverse=True)
        oldest = newest_first[-1].time if newest_first else None
        is_done = oldest is None or oldest == run.oldest
        run.oldest = oldest
        fitting = [line for line in newest_first if _fits(line, run.wanted)]
        self._found(run, Source.SERVER, fitting, is_done=is_done)

    def _do_without_server(self, run: _Run, reason: str) -> None:
        if run.timer:
            run.timer.cancel()
        if run.is_wanted and Source.SERVER in run.asked:
            run.is_local, run.reason = True, reason
            self._found(run, Source.SERVER, [], is_done=True)


def _as_asked(run: _Run) -> dict[str, str]:
    """Give a search in the server's words; what it cannot be asked is sifted out."""
    wanted = run.wanted
    moments = [moment for moment in (wanted.before, run.oldest) if moment]
    asked = {
        "text": wanted.words or (_HTTP if wanted.has_link else ""),
        "in": wanted.room,
        "from": wanted.sender,
        "after": render_time(wanted.after) if wanted.after else "",
        "before": render_time(min(moments)) if moments else "",
        "limit": str(AT_ONCE),
    }
    return {name: value for name, value in asked.items() if value}


def _fits(line: ChatMessage, wanted: Search) -> bool:
    """Sift out what the server could not be asked to leave out."""
    if not line.kind.is_said or (wanted.has_link and _LINK not in line.text):
        return False
    return wanted.before is None or line.time < wanted.before
