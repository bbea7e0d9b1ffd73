"""Looks now and then after what no message tells: who is online, what was lost."""

from typing import TYPE_CHECKING

from chatapp.models.connection.link import Link
from chatapp.models.connection.means import Means
from chatapp.models.outbox.outbox import Outbox
from chatapp.models.rooms.conversations import Conversation, Conversations

if TYPE_CHECKING:
    from chatapp.models.program.scheduler import Timer

LOOK_EVERY = 60.0
_NICKS_AT_ONCE = 12


class Upkeep:
    """Asks about people in no shared channel, and doubts answers that never come."""

    def __init__(
        self, conversations: Conversations, link: Link, outbox: Outbox, means: Means
    ) -> None:
        self._conversations = conversations
        self._link = link
        self._outbox = outbox
        self._scheduler = means.scheduler
        self._timer: Timer | None = None

    def start(self) -> None:
        """Look at once, and then again and again while one is online."""
        self.stop()
        self._look()

    def stop(self) -> None:
        """Look no more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def look_at(self, conversation: Conversation) -> None:
        """Ask about one person."""
        self._ask([conversation.name])

    def _look(self) -> None:
        self._timer = self._scheduler.call_later(LOOK_EVERY, self._look)
        self._ask([each.name for each in self._conversations.direct()])
        session = self._link.online_session
        if session is not None:
            session.inquiries.look_at_who(session)
        self._outbox.expire(
            sending_again_is_safe=session is not None and session.repeats_known_ids
        )

    def _ask(self, nicks: list[str]) -> None:
        session = self._link.online_session
        if session is None:
            return
        unseen = [nick for nick in nicks if session.roster.person(nick) is None]
        for start in range(0, len(unseen), _NICKS_AT_ONCE):
            some = unseen[start : start + _NICKS_AT_ONCE]
            session.inquiries.ask_online(session, some)
