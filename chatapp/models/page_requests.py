"""The pages that a server was asked for and that have not come: one a conversation."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from chatapp.models.conversations import Conversation
from chatapp.models.entities import ChatMessage
from chatapp.models.scheduler import Scheduler, Timer
from chatapp.models.session.history_requests import (
    ask_after,
    ask_before,
    ask_latest,
    ask_since,
)
from chatapp.models.session.session import Session

ANSWER_SECONDS = 15.0


class Purpose(Enum):
    """Why a page was asked for."""

    FIRST_LOOK = auto()
    GAP = auto()
    OLDER = auto()
    NEWER = auto()


@dataclass(frozen=True, slots=True)
class Wish:
    """A page to ask for.

    `beside` is the line that it ends before or, if NEWER, begins after; without one
    it is the newest page, which need not reach further back than `known`. Where
    nothing was known, lines count as unread only from `unread_since` on.
    """

    conversation: Conversation
    purpose: Purpose
    beside: ChatMessage | None = None
    known: tuple[ChatMessage, ...] = ()
    pages: int = 1
    unread_since: datetime | None = None

    @property
    def is_continued(self) -> bool:
        """Whether this is a page before a known line, not the newest one."""
        return self.beside is not None and self.purpose is not Purpose.NEWER


class PageRequests:
    """Asks for pages, and knows what each answer is about."""

    def __init__(
        self, scheduler: Scheduler, timed_out: Callable[[Conversation], None]
    ) -> None:
        self._scheduler = scheduler
        self._timed_out = timed_out
        self._open: dict[Conversation, tuple[Wish, Timer]] = {}

    def ask(self, session: Session, wish: Wish) -> None:
        """Ask for a page; what else was asked for in that conversation is forgotten."""
        conversation, room = wish.conversation, wish.conversation.name
        self.take(conversation)
        timer = self._scheduler.call_later(
            ANSWER_SECONDS, lambda: self._timed_out(conversation)
        )
        self._open[conversation] = (wish, timer)
        if wish.beside is None and wish.known:
            ask_since(session, room, list(wish.known))
        elif wish.beside is None:
            ask_latest(session, room)
        elif wish.purpose is Purpose.NEWER:
            ask_after(session, room, wish.beside)
        else:
            ask_before(session, room, wish.beside)

    def is_asked(self, conversation: Conversation) -> bool:
        """Tell whether a page is on its way."""
        return conversation in self._open

    def oldest(self) -> Conversation | None:
        """Give the conversation that waits the longest."""
        return next(iter(self._open), None)

    def take(self, conversation: Conversation) -> Wish | None:
        """Expect no answer any more; gives what was asked for, if anything."""
        found = self._open.pop(conversation, None)
        if found is None:
            return None
        found[1].cancel()
        return found[0]

    def clear(self) -> list[Wish]:
        """Expect no answers any more; gives what was asked for."""
        taken = [self.take(conversation) for conversation in tuple(self._open)]
        return [wish for wish in taken if wish]
