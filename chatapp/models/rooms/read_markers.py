"""What one reads in one window counts as read in all of one's own."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from chatapp.models.connection.link import Link
from chatapp.models.events import AccountChanged, RoomChanged
from chatapp.models.history.keeping import Keeping
from chatapp.models.program.scheduler import Scheduler
from chatapp.models.rooms.conversations import Conversation, Conversations
from chatapp.models.session import read_markers as session_markers
from chatapp.models.session.facts import Fact, ReadTold

if TYPE_CHECKING:
    from datetime import datetime

    from chatapp.models.program.scheduler import Timer
    from chatapp.models.storage.rooms import KeptRoom

PAUSE_SECONDS = 3.0
"""In a busy room everybody reads each line: so often each window tells of it."""


class ReadMarkers:
    """Tells the server how far one has read, and hears it from there."""

    def __init__(
        self,
        link: Link,
        conversations: Conversations,
        keeping: Keeping,
        scheduler: Scheduler,
        publish: Callable[[RoomChanged], None],
    ) -> None:
        self._link = link
        self._conversations = conversations
        self._keeping = keeping
        self._scheduler = scheduler
        self._publish = publish
        self._known: WeakKeyDictionary[Conversation, datetime] = WeakKeyDictionary()
        self._read_on: set[Conversation] = set()
        self._timer: Timer | None = None

    def begin(self) -> None:
        """Know nothing of what was read at another server."""
        self._known.clear()
        self._read_on.clear()

    def link_lost(self) -> None:
        """Know that what the server was told may not have reached it."""
        self._known.clear()

    def read_on(self, conversation: Conversation) -> None:
        """Tell the server soon that one has read on here."""
        self._read_on.add(conversation)
        if self._timer is None:
            self._timer = self._scheduler.call_later(PAUSE_SECONDS, self.flush)

    def flush(self) -> None:
        """Tell the server what it was not told yet."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        read_on, self._read_on = self._read_on, set()
        session = self._link.online_session
        if session is None or not session_markers.has_markers(session):
            return  # it says how far it knows, and is told then
        for conversation in read_on:
            marker, known = conversation.marker, self._known.get(conversation)
            if marker and (known is None or marker.time > known):
                self._known[conversation] = marker.time
                session_markers.tell(session, conversation.name, marker.time)

    def take(self, fact: Fact) -> bool:
        """Count as read what was read elsewhere; tell whether the fact was of that."""
        if isinstance(fact, AccountChanged):
            self._ask_anew()
        if not isinstance(fact, ReadTold):
            return False
        conversation = self._conversations.find(fact.room)
        if conversation:
            self._learn(conversation, fact.time)
        return True

    def _ask_anew(self) -> None:
        """Ask how far one has read with the account that one has now."""
        self._known.clear()
        session = self._link.online_session
        if session:
            for conversation in self._conversations.all():
                session_markers.ask(session, conversation.name)

    def _learn(self, conversation: Conversation, time: "datetime | None") -> None:
        """Go on from where one read elsewhere, or tell who knows of less.

        A server whose clock is behind takes no later time, and is told but once.
        """
        if time:
            self._known[conversation] = max(time, self._known.get(conversation, time))
        if time and conversation.read_up_to(time):
            self._keeping.read(conversation)
            self._count_anew(conversation)
            self._publish(RoomChanged(conversation.name))
        elif conversation.marker and (time is None or conversation.marker.time > time):
            self.read_on(conversation)

    def _count_anew(self, conversation: Conversation) -> None:
        """Let the disk tell how much is left: it has more than is in memory."""
        marker = conversation.marker
        unread, mentions = conversation.unread, conversation.mentions

        def counted(kept: "KeptRoom") -> None:
            if conversation.marker is marker:
                conversation.unread += kept.unread - unread
                conversation.mentions += kept.mentions - mentions
                conversation.counted = kept.counted
                self._publish(RoomChanged(conversation.name))

        self._keeping.count_anew(conversation, counted)
