"""Finds out who wrote to one while one was away, and opens those conversations."""

from collections.abc import Callable
from datetime import datetime, timedelta

from chatapp.models.conversations import Conversations
from chatapp.models.session.history_requests import ask_targets
from chatapp.models.session.session import Session
from chatapp.wire.names import is_channel

AT_FIRST = timedelta(days=30)
"""How far to look back where nothing is known of an earlier visit."""

CLOCKS_DIFFER = timedelta(days=1)


class WhileAway:
    """Asks once after each sign-in; the answers name one conversation each."""

    def __init__(
        self, conversations: Conversations, clock: Callable[[], datetime]
    ) -> None:
        self.since: datetime | None = None
        self._conversations = conversations
        self._clock = clock

    def ask(self, session: Session) -> None:
        """Ask who wrote since the newest line that was read."""
        if not session.has_history:
            return
        now = self._clock()
        every = self._conversations.all()
        read = [each.marker.time for each in every if each.marker is not None]
        self.since = max(read, default=now - AT_FIRST)
        ask_targets(session, self.since, now + CLOCKS_DIFFER)

    def is_news(self, name: str) -> bool:
        """Tell whether a conversation is one to open."""
        return not is_channel(name) and self._conversations.find(name) is None
