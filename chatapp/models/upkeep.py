"""Looks now and then after what no message tells: who is online, what was lost."""

from typing import TYPE_CHECKING

from chatapp.models.connection.link import Link
from chatapp.models.connection.means import Means
from chatapp.models.entities import Connectedness, Presence
from chatapp.models.events import ConnectionChanged, RoomOpened, SignedIn
from chatapp.models.outbox.outbox import Outbox
from chatapp.models.program.event_bus import EventBus
from chatapp.models.rooms.conversations import Conversations
from chatapp.models.session.facts import PresenceTold

if TYPE_CHECKING:
    from chatapp.models.program.scheduler import Timer

LOOK_EVERY = 60.0
SOON = 0.1
"""So many seconds one waits for others to open, to ask about many at once."""
_NICKS_AT_ONCE = 12


class Upkeep:
    """Learns who is online in no shared channel, and doubts answers that never come.

    Whoever the server watches is not asked about.
    """

    def __init__(
        self, conversations: Conversations, link: Link, outbox: Outbox, means: Means
    ) -> None:
        self._conversations = conversations
        self._link = link
        self._outbox = outbox
        self._scheduler = means.scheduler
        self._timer: Timer | None = None
        self._soon: Timer | None = None

    def follow(self, bus: EventBus) -> None:
        """Look from each sign-in on, when all that is kept is open, while online."""
        bus.subscribe(SignedIn, lambda _event: self._start())
        bus.subscribe(ConnectionChanged, self._connection_changed)
        bus.subscribe(RoomOpened, lambda _event: self._opened())

    def _connection_changed(self, event: ConnectionChanged) -> None:
        if event.state is not Connectedness.ONLINE:
            self._stop()

    def _start(self) -> None:
        """Look at once, and then again and again."""
        self._stop()
        self._look()

    def _stop(self) -> None:
        """Look no more, and know of nobody whether they are online."""
        for timer in (self._timer, self._soon):
            if timer is not None:
                timer.cancel()
        self._timer = self._soon = None
        for conversation in self._conversations.direct():
            conversation.presence = Presence.UNKNOWN

    def _opened(self) -> None:
        if self._timer is not None and self._soon is None:
            self._soon = self._scheduler.call_later(SOON, self._look_at_unknown)

    def _look_at_unknown(self) -> None:
        self._soon = None
        direct = self._conversations.direct()
        self._learn([it.name for it in direct if it.presence is Presence.UNKNOWN])

    def _look(self) -> None:
        self._timer = self._scheduler.call_later(LOOK_EVERY, self._look)
        self._learn([each.name for each in self._conversations.direct()])
        session = self._link.online_session
        if session is not None:
            session.inquiries.look_at_who(session)
        self._outbox.expire(
            sending_again_is_safe=session is not None and session.repeats_known_ids
        )

    def _learn(self, nicks: list[str]) -> None:
        session = self._link.online_session
        if session is None:
            return
        watches, person = session.watches, session.roster.person
        direct = [each.name for each in self._conversations.direct()]
        unwatched = watches.follow(session, direct)
        for nick in nicks:
            if person(nick) or watches.has_told(session, nick):
                session.emit(PresenceTold(nick))
        left = set(unwatched)
        unseen = [nick for nick in nicks if nick in left and person(nick) is None]
        for start in range(0, len(unseen), _NICKS_AT_ONCE):
            some = unseen[start : start + _NICKS_AT_ONCE]
            session.inquiries.ask_online(session, some)
