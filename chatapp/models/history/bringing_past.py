"""Brings what a server has of a room's past to the disk, page by page, unshown."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import TYPE_CHECKING

from chatapp.models.connection.link import Link
from chatapp.models.entities import ChatMessage
from chatapp.models.history.archives import Archives
from chatapp.models.history.page_requests import PageRequests, Purpose, Wish
from chatapp.models.program.scheduler import Scheduler
from chatapp.models.rooms.conversations import Conversation
from chatapp.models.session.history_requests import (
    keeps_only_words,
    takes_timestamps,
)
from chatapp.models.session.session import Session
from chatapp.models.storage.jobs import Jobs
from chatapp.models.storage.periods import (
    Edge,
    Period,
    edge_beside,
    edge_of_period,
)
from chatapp.models.storage.spans import Reach

if TYPE_CHECKING:
    from chatapp.models.program.scheduler import Timer

PAUSE_SECONDS = 0.5
MOST_PAUSES = 60
MOST_PAGES = 20_000
"""Of a hundred lines each: two millions, more than any room keeps."""
ANSWER_SECONDS = 20.0
"""Longer than a page may take, so that one that was given up is asked for again."""


class Reached(Enum):
    """How far back it was possible to go."""

    ALL = auto()
    STOPPED = auto()
    NOT_ASKED = auto()
    REFUSED = auto()


@dataclass(frozen=True, slots=True)
class Brought:
    """How it ended, and since when nothing is missing, if that is known."""

    reached: Reached
    since: datetime | None = None


OnProgress = Callable[[int, datetime], None]
OnBrought = Callable[[Brought], None]


class BringingPast:
    """Begins at the end of a period, or at the present, and goes back.

    What is known to be kept already is not asked for again.
    """

    def __init__(
        self,
        link: Link,
        requests: PageRequests,
        archives: Archives,
        jobs: Jobs,
        scheduler: Scheduler,
    ) -> None:
        """Join them; `requests` are those of whoever hands pages on."""
        self._link = link
        self._requests = requests
        self._archives = archives
        self._jobs = jobs
        self._scheduler = scheduler

    def begin(
        self,
        conversation: Conversation,
        period: Period,
        progress: OnProgress,
        then: OnBrought,
    ) -> Callable[[], None]:
        """Bring what was said in a period; gives what stops it.

        Args:
            conversation: the room.
            period: of what time.
            progress: told how many lines have come, and from when the oldest is.
            then: told how it ended.
        """
        run = _Run(self, conversation, period, progress, then)
        run.look()
        return run.stop

    def look_up(
        self,
        conversation: Conversation,
        until: datetime | None,
        newest: ChatMessage | None,
        then: Callable[[Edge | None], None],
        failed: Callable[[str], None],
    ) -> None:
        """Read where the kept lines end that join a moment, or the `newest` brought."""
        room, name = conversation.room_id, conversation.name
        session = self.session(conversation)
        said = session is not None and keeps_only_words(session)
        if session is None or not takes_timestamps(session):
            until = None

        def work(connection: sqlite3.Connection) -> Edge | None:
            if room is None:
                return None
            if newest is not None:
                return edge_beside(connection, room, name, newest, said=said)
            return edge_of_period(connection, room, name, until, said=said)

        self._jobs.submit(work, then, failed)

    def session(self, conversation: Conversation) -> Session | None:
        """Give with whom one is in a room of which a past can be asked for."""
        session = self._link.online_session
        is_here = conversation.joined or not conversation.is_channel
        return session if session and session.has_history and is_here else None

    def ask(self, session: Session, wish: Wish) -> bool:
        """Ask for a page, unless another one is asked for just now."""
        if self._requests.is_asked(wish.conversation):
            return False
        self._requests.ask(session, wish)
        return True

    def keep(
        self, conversation: Conversation, page: list[ChatMessage], edge: Edge
    ) -> None:
        """Keep what came before a line; when nothing did, that was the first word."""
        archive = self._archives.of(conversation)
        if edge.is_loose:
            archive.keep_loose_page(page)
        else:
            reach = Reach.UNKNOWN if page else Reach.FIRST_WORD
            archive.keep_page(page, edge.line, reach)

    def call_later(self, seconds: float, callback: Callable[[], None]) -> "Timer":
        """Have something done after a while."""
        return self._scheduler.call_later(seconds, callback)


class _Run:
    """One way back, from its first page to its last."""

    def __init__(
        self,
        bringing: BringingPast,
        conversation: Conversation,
        period: Period,
        progress: OnProgress,
        then: OnBrought,
    ) -> None:
        self._bringing = bringing
        self._conversation = conversation
        self._period = period
        self._progress = progress
        self._then = then
        self._edge: Edge | None = None
        self._newest: ChatMessage | None = None
        self._count = 0
        self._pauses = 0
        self._pages = 0
        self._timer: Timer | None = None
        self._is_over = False

    def look(self) -> None:
        """See how far what is kept reaches back."""
        refused = Reached.REFUSED
        self._bringing.look_up(
            self._conversation,
            self._period.until,
            self._newest,
            self._found,
            lambda _reason: self._end(refused),
        )

    def stop(self) -> None:
        """Go no further back."""
        self._end(Reached.STOPPED)

    def _found(self, edge: Edge | None) -> None:
        if edge is None or self._bringing.session(self._conversation) is None:
            self._end(Reached.REFUSED if self._count else Reached.NOT_ASKED)
            return
        is_same = self._edge is not None and edge.line.key == self._edge.line.key
        self._edge = edge
        since = self._period.since
        if edge.is_first or (since and edge.line.time <= since):
            self._end(Reached.ALL)
        elif is_same:
            self._end(Reached.REFUSED)
        else:
            self._ask(edge)

    def _ask(self, edge: Edge) -> None:
        if self._is_over:
            return
        session = self._bringing.session(self._conversation)
        if session is None or self._pauses >= MOST_PAUSES or self._pages >= MOST_PAGES:
            self._end(Reached.REFUSED if self._count else Reached.NOT_ASKED)
            return
        wish = Wish(
            self._conversation,
            Purpose.OLDER,
            edge.line,
            then=lambda page: self._arrived(edge, page),
        )
        is_asked = self._bringing.ask(session, wish)
        self._pauses += MOST_PAUSES // 3 if is_asked else 1
        pause = ANSWER_SECONDS if is_asked else PAUSE_SECONDS
        self._timer = self._bringing.call_later(pause, lambda: self._ask(edge))

    def _arrived(self, edge: Edge, page: list[ChatMessage] | None) -> None:
        if self._is_over or edge is not self._edge:
            return
        if self._timer:
            self._timer.cancel()
        if page is None:
            self._end(Reached.REFUSED)
            return
        if edge.is_loose and not page:
            self._end(Reached.ALL)  # nothing was said before that
            return
        self._bringing.keep(self._conversation, page, edge)
        self._newest = page[-1] if edge.is_loose else self._newest
        self._pauses = 0
        self._pages += 1
        if page:
            self._count += len(page)
            self._progress(self._count, page[0].time)
        self.look()

    def _end(self, reached: Reached) -> None:
        if self._is_over:
            return
        self._is_over = True
        if self._timer:
            self._timer.cancel()
        since = self._edge.line.time if self._edge else None
        self._then(Brought(reached, since))
