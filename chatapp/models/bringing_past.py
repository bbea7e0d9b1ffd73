"""Brings what a server has of a room's past to the disk, page by page, unshown."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import TYPE_CHECKING

from chatapp.models.archives import Archives
from chatapp.models.conversations import Conversation
from chatapp.models.entities import ChatMessage
from chatapp.models.link import Link
from chatapp.models.page_requests import PageRequests, Purpose, Wish
from chatapp.models.scheduler import Scheduler
from chatapp.models.session.history_requests import keeps_only_words
from chatapp.models.session.session import Session
from chatapp.models.storage.jobs import Jobs
from chatapp.models.storage.periods import Edge, edge_of_present
from chatapp.models.storage.spans import Reach

if TYPE_CHECKING:
    from chatapp.models.scheduler import Timer

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
    """Begins at the oldest line that is known to join the present, and goes back."""

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
        since: datetime | None,
        progress: OnProgress,
        then: OnBrought,
    ) -> Callable[[], None]:
        """Bring what was said since a moment, or ever; gives what stops it.

        Args:
            conversation: the room.
            since: None: from the first word on.
            progress: told how many lines have come, and from when the oldest is.
            then: told how it ended.
        """
        run = _Run(self, conversation, since, progress, then)
        run.look()
        return run.stop

    def look_up(
        self,
        conversation: Conversation,
        then: Callable[[Edge | None], None],
        failed: Callable[[str], None],
    ) -> None:
        """Read where the kept lines end that join the present."""
        room, name = conversation.room_id, conversation.name
        session = self.session(conversation)
        said = session is not None and keeps_only_words(session)

        def work(connection: sqlite3.Connection) -> Edge | None:
            if room is None:
                return None
            return edge_of_present(connection, room, name, said=said)

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
        self, conversation: Conversation, page: list[ChatMessage], edge: ChatMessage
    ) -> None:
        """Keep what came before a line; when nothing did, that was the first word."""
        reach = Reach.UNKNOWN if page else Reach.FIRST_WORD
        self._archives.of(conversation).keep_page(page, edge, reach)

    def call_later(self, seconds: float, callback: Callable[[], None]) -> "Timer":
        """Have something done after a while."""
        return self._scheduler.call_later(seconds, callback)


class _Run:
    """One way back, from its first page to its last."""

    def __init__(
        self,
        bringing: BringingPast,
        conversation: Conversation,
        since: datetime | None,
        progress: OnProgress,
        then: OnBrought,
    ) -> None:
        self._bringing = bringing
        self._conversation = conversation
        self._since = since
        self._progress = progress
        self._then = then
        self._edge: Edge | None = None
        self._count = 0
        self._pauses = 0
        self._pages = 0
        self._timer: Timer | None = None
        self._is_over = False

    def look(self) -> None:
        """See how far what is kept reaches back."""
        refused = Reached.REFUSED
        self._bringing.look_up(
            self._conversation, self._found, lambda _reason: self._end(refused)
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
        if edge.is_first or (self._since and edge.line.time <= self._since):
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
        self._bringing.keep(self._conversation, page, edge.line)
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
