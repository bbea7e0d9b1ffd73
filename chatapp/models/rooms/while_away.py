"""Finds out who wrote to one while one was away, and opens those conversations."""

from collections.abc import Callable
from datetime import datetime, timedelta

from chatapp.models.rooms.conversations import Conversations
from chatapp.models.session.history_requests import ask_targets, targets_at_once
from chatapp.models.session.session import Session
from chatapp.wire.names import is_channel

AT_FIRST = timedelta(days=30)
"""How far to look back where nothing is known of an earlier visit."""

CLOCKS_DIFFER = timedelta(days=1)
MOST_ANSWERS = 200
"""After so many no server has more to name: it only goes on."""


class WhileAway:
    """Asks after each sign-in, until an answer has named all; each is named alone.

    A question whose answer did not come before the link was lost is asked again as it
    was: what is read meanwhile elsewhere tells nothing of who wrote before.
    """

    def __init__(
        self, conversations: Conversations, clock: Callable[[], datetime]
    ) -> None:
        self.since: datetime | None = None
        self._conversations = conversations
        self._clock = clock
        self._read_until: datetime | None = None
        self._is_asked = False
        self._asked_from: datetime | None = None
        self._named = self._answers = 0
        self._latest: datetime | None = None

    def begin(self) -> None:
        """Know nothing of an earlier visit."""
        self._is_asked = False
        self._read_until = None

    def note_read(self, moment: datetime | None) -> None:
        """Know how far was read in conversations that are open no more."""
        known = filter(None, (self._read_until, moment))
        self._read_until = max(known, default=None)

    def ask(self, session: Session) -> None:
        """Ask who wrote since the newest line that was read."""
        self._answers = 0
        if not session.has_history:
            return
        if not self._is_asked:
            for conversation in self._conversations.all():
                if conversation.marker is not None:
                    self.note_read(conversation.marker.time)
            self.since = self._read_until or self._clock() - AT_FIRST
        if self.since:
            self._ask_from(session, self.since)

    def is_news(self, name: str, time: datetime | None) -> bool:
        """Take in that a conversation is named; tell whether it is one to open."""
        self._named += 1
        self._latest = max(filter(None, (self._latest, time)), default=None)
        is_old = bool(time and self.since and time <= self.since)
        is_open = self._conversations.find(name) is not None
        return not (is_old or is_open or is_channel(name))

    def all_named(self, session: Session) -> None:
        """Ask for those that did not fit into one answer, if there may be any."""
        self._answers += 1
        may_be_more = self._answers < MOST_ANSWERS
        is_full = self._named >= targets_at_once(session) and may_be_more
        latest, before = self._latest, self._asked_from
        if is_full and latest and before and latest > before:
            self._ask_from(session, latest)
        else:
            self._is_asked = False

    def _ask_from(self, session: Session, moment: datetime) -> None:
        self._is_asked, self._asked_from = True, moment
        self._named, self._latest = 0, None
        ask_targets(session, moment, self._clock() + CLOCKS_DIFFER)
