"""The pages that a server was asked for and that have not come, in their order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Self

from chatapp.models.entities import ChatMessage
from chatapp.models.program.scheduler import Scheduler, Timer
from chatapp.models.rooms.conversations import Conversation
from chatapp.models.session.history_requests import (
    ask_after,
    ask_around,
    ask_before,
    ask_latest,
    ask_since,
    keeps_only_words,
)
from chatapp.models.session.session import Session

ANSWER_SECONDS = 15.0
MOST_UNWANTED = 500
"""So many answers that nobody wants are awaited: a server may never give them."""


class Purpose(Enum):
    """Why a page was asked for."""

    FIRST_LOOK = auto()
    GAP = auto()
    OLDER = auto()
    NEWER = auto()
    AROUND = auto()

    @property
    def is_of_what_was_missed(self) -> bool:
        """Whether such a page brings what was said while one was not there."""
        return self in (Purpose.FIRST_LOOK, Purpose.GAP)


@dataclass(frozen=True, slots=True)
class Wish:
    """A page to ask for.

    `beside` is the line that it ends before or, if NEWER, begins after; without one
    it is the newest page, which need not reach further back than `known`. Where
    nothing was known, lines count as unread only from `unread_since` on. AROUND asks
    for the line with this `msgid`, and for what was said before and after it. One with
    `then` is given to that, and shown nowhere; None where it is not to be had.
    """

    conversation: Conversation
    purpose: Purpose
    beside: ChatMessage | None = None
    known: tuple[ChatMessage, ...] = ()
    pages: int = 1
    unread_since: datetime | None = None
    msgid: str = ""
    then: "Callable[[list[ChatMessage] | None], None] | None" = None

    @classmethod
    def to_fill(
        cls, session: Session, conversation: Conversation, pages: int = 1
    ) -> Self:
        """Give what to ask for where something may be missing in the middle."""
        said = keeps_only_words(session)
        beside = conversation.history.after_last_gap(said=said)
        return cls(conversation, Purpose.GAP, beside, pages=pages)

    @classmethod
    def for_older(cls, session: Session, conversation: Conversation) -> Self:
        """Give what to ask for before everything that is known."""
        oldest = conversation.history.oldest_with_id(said=keeps_only_words(session))
        return cls(conversation, Purpose.OLDER, oldest)

    @property
    def is_continued(self) -> bool:
        """Whether this is a page before a known line, not the newest one."""
        return self.beside is not None and self.purpose is not Purpose.NEWER


@dataclass(slots=True, eq=False)
class _Request:
    """A page that was asked for; one that is unwanted now is answered all the same."""

    wish: Wish
    timer: Timer
    is_wanted: bool = True


class PageRequests:
    """Asks for pages, and knows what each answer is about.

    A server answers in the order in which it was asked. An answer that comes late
    must not be taken for the next one: it would leave a hole.
    """

    def __init__(
        self, scheduler: Scheduler, timed_out: Callable[[Conversation], None]
    ) -> None:
        self._scheduler = scheduler
        self._timed_out = timed_out
        self._requests: list[_Request] = []

    def ask(self, session: Session, wish: Wish) -> None:
        """Ask for a page; what else was asked for in that conversation is unwanted."""
        conversation, room = wish.conversation, wish.conversation.name
        self.forget(conversation)
        timer = self._scheduler.call_later(
            ANSWER_SECONDS, lambda: self._timed_out(conversation)
        )
        self._requests.append(_Request(wish, timer))
        unwanted = [each for each in self._requests if not each.is_wanted]
        for each in unwanted[:-MOST_UNWANTED]:
            self._requests.remove(each)
        if wish.purpose is Purpose.AROUND:
            ask_around(session, room, wish.msgid)
        elif wish.beside is None and wish.known:
            ask_since(session, room, list(wish.known))
        elif wish.beside is None:
            ask_latest(session, room)
        elif wish.purpose is Purpose.NEWER:
            ask_after(session, room, wish.beside)
        else:
            ask_before(session, room, wish.beside)

    def is_asked(self, conversation: Conversation) -> bool:
        """Tell whether a page is on its way that is wanted."""
        return any(each.is_wanted for each in self._of(conversation))

    def forget(self, conversation: Conversation) -> Wish | None:
        """Want no page any more; gives what was asked for, if anything."""
        for each in self._of(conversation):
            if each.is_wanted:
                each.is_wanted = False
                each.timer.cancel()
                return each.wish
        return None

    def answered(self, conversation: Conversation | None) -> Wish | None:
        """Give what an answer is about, if that is wanted; None: it does not say."""
        waiting = self._of(conversation) if conversation else self._requests
        if not waiting:
            return None
        request = waiting[0]
        self._requests.remove(request)
        request.timer.cancel()
        return request.wish if request.is_wanted else None

    def clear(self) -> None:
        """Expect no answers any more."""
        for each in self._requests:
            each.timer.cancel()
        self._requests.clear()

    def _of(self, conversation: Conversation) -> list[_Request]:
        return [
            each for each in self._requests if each.wish.conversation is conversation
        ]
