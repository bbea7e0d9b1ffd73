"""Asks the server for what was said earlier, and joins it with what is known."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from chatapp.models.conversations import Conversation, Conversations
from chatapp.models.entities import ChatMessage
from chatapp.models.events import Event, HistoryLoaded, RoomChanged
from chatapp.models.history import Merged
from chatapp.models.outbox import Outbox
from chatapp.models.scheduler import Scheduler, Timer
from chatapp.models.session.history_requests import ask_before, ask_latest, page_lines
from chatapp.models.session.session import Session

log = logging.getLogger(__name__)

ANSWER_SECONDS = 15.0
MOST_GAP_PAGES = 20


class Purpose(Enum):
    """Why a page was asked for."""

    FIRST_LOOK = auto()
    GAP = auto()
    OLDER = auto()


@dataclass(slots=True)
class Request:
    """A page that was asked for and has not come."""

    conversation: Conversation
    purpose: Purpose
    pages: int
    timer: Timer


class Backlog:
    """Fills each conversation's past, page by page, one request at a time."""

    def __init__(
        self,
        conversations: Conversations,
        outbox: Outbox,
        scheduler: Scheduler,
        publish: Callable[[Event], None],
    ) -> None:
        self._conversations = conversations
        self._outbox = outbox
        self._scheduler = scheduler
        self._publish = publish
        self._requests: list[Request] = []

    def catch_up(self, session: Session, conversation: Conversation) -> None:
        """Get what was said while one was not there; then the room is ready."""
        if not session.has_history:
            conversation.history.complete = True
            self._be_ready(conversation)
            return
        history = conversation.history
        history.open_gap()
        if not history.pending():
            conversation.ready = True
        self._forget(conversation)
        purpose = Purpose.GAP if history.has_gap else Purpose.FIRST_LOOK
        self._ask(session, conversation, purpose, pages=1)

    def fetch_older(self, session: Session, conversation: Conversation) -> bool:
        """Ask for the page before the oldest message; False when that is no use."""
        history = conversation.history
        if history.complete or not session.has_history or not session.registered:
            return False
        if self._find(conversation):
            return False
        purpose = Purpose.GAP if history.has_gap else Purpose.OLDER
        self._ask(session, conversation, purpose, pages=1)
        return True

    def arrived(
        self, session: Session, room: str, lines: tuple[ChatMessage, ...]
    ) -> None:
        """Take in a page that was asked for, and no more of it than that."""
        conversation = self._conversations.find(room)
        request = self._forget(conversation) if conversation else None
        if conversation is None or request is None:
            return
        asked_for = lines[-page_lines(session) :]
        page = self._outbox.claim_past(conversation, asked_for)
        merged = conversation.history.merge_page(page)
        if not page or (_is_continued(request) and not merged.found_anything):
            self._note_the_end(conversation)
        pages = request.pages
        goes_on = conversation.history.has_gap and self._goes_on(conversation, pages)
        self._tell(conversation, merged, request)
        if goes_on:
            self._ask(session, conversation, Purpose.GAP, pages + 1)
        else:
            self._be_ready(conversation)

    def refused(self, room: str) -> None:
        """Do without a page that the server does not give."""
        conversation = self._conversations.find(room) if room else None
        if conversation is None and self._requests:
            conversation = self._requests[0].conversation
        if conversation is None or not self._forget(conversation):
            return
        conversation.history.complete = True
        while conversation.history.has_gap:
            conversation.history.close_gap()
        self._publish(HistoryLoaded(conversation.name, 0, complete=True))
        self._be_ready(conversation)

    def link_lost(self) -> None:
        """Expect no answers any more."""
        for request in self._requests:
            request.timer.cancel()
        self._requests.clear()

    def _ask(
        self,
        session: Session,
        conversation: Conversation,
        purpose: Purpose,
        pages: int,
    ) -> None:
        timer = self._scheduler.call_later(
            ANSWER_SECONDS, lambda: self._timed_out(conversation)
        )
        request = Request(conversation, purpose, pages, timer)
        self._requests.append(request)
        oldest = conversation.history.after_last_gap()
        if oldest and _is_continued(request):
            ask_before(session, conversation.name, oldest)
        else:
            ask_latest(session, conversation.name)

    def _note_the_end(self, conversation: Conversation) -> None:
        """Nothing is missing any more where the last page was to go."""
        if conversation.history.has_gap:
            conversation.history.close_gap()
        else:
            conversation.history.complete = True

    def _goes_on(self, conversation: Conversation, pages: int) -> bool:
        """Tell whether to fill the gap further, or to let go of what lies before."""
        if pages < MOST_GAP_PAGES:
            return True
        log.info("Too much was missed: what was known before is left to scrolling")
        conversation.history.forget_before_gap()
        return False

    def _tell(
        self, conversation: Conversation, merged: Merged, request: Request
    ) -> None:
        if request.purpose is Purpose.GAP:
            counted = [conversation.count(line) for line in merged.added]
            if any(counted):
                self._publish(RoomChanged(conversation.name))
        complete = conversation.history.complete
        count = len(merged.added)
        self._publish(HistoryLoaded(conversation.name, count, complete))
        if conversation.history.trim():
            self._publish(HistoryLoaded(conversation.name, 0, complete=False))

    def _be_ready(self, conversation: Conversation) -> None:
        conversation.ready = conversation.joined or not conversation.is_channel
        if conversation.ready:
            self._outbox.flush(conversation)

    def _timed_out(self, conversation: Conversation) -> None:
        if self._forget(conversation):
            complete = conversation.history.complete
            self._publish(HistoryLoaded(conversation.name, 0, complete))
            self._be_ready(conversation)

    def _find(self, conversation: Conversation) -> Request | None:
        for request in self._requests:
            if request.conversation is conversation:
                return request
        return None

    def _forget(self, conversation: Conversation) -> Request | None:
        request = self._find(conversation)
        if request:
            request.timer.cancel()
            self._requests.remove(request)
        return request


def _is_continued(request: Request) -> bool:
    """Tell whether the page is one before a known line, not the newest one."""
    return request.pages > 1 or request.purpose is Purpose.OLDER
