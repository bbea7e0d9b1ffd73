"""What one reads in one window counts as read in all of one's own."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from chatapp.models.conversations import Conversation, Conversations
from chatapp.models.events import RoomChanged
from chatapp.models.keeping import Keeping
from chatapp.models.link import Link
from chatapp.models.scheduler import Scheduler
from chatapp.models.session import read_markers as session_markers
from chatapp.models.session.facts import Fact, ReadTold

if TYPE_CHECKING:
    from datetime import datetime

    from chatapp.models.scheduler import Timer

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
        self._known: dict[str, datetime] = {}
        self._read_on: dict[str, Conversation] = {}
        self._timer: Timer | None = None

    def begin(self) -> None:
        """Know nothing of what was read at another server."""
        self._known.clear()
        self._read_on.clear()

    def read_on(self, conversation: Conversation) -> None:
        """Tell the server soon that one has read on here."""
        self._read_on[self._conversations.key_of(conversation.name)] = conversation
        if self._timer is None:
            self._timer = self._scheduler.call_later(PAUSE_SECONDS, self.flush)

    def flush(self) -> None:
        """Tell the server what it was not told yet."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        read_on, self._read_on = self._read_on, {}
        session = self._link.online_session
        if session is None or not session_markers.has_markers(session):
            return
        for key, conversation in read_on.items():
            marker, known = conversation.marker, self._known.get(key)
            if marker and (known is None or marker.time > known):
                self._known[key] = marker.time
                session_markers.tell(session, conversation.name, marker.time)

    def take(self, fact: Fact) -> bool:
        """Count as read what was read elsewhere; tell whether the fact was of that."""
        if not isinstance(fact, ReadTold):
            return False
        key = self._conversations.key_of(fact.room)
        self._known[key] = max(fact.time, self._known.get(key, fact.time))
        conversation = self._conversations.find(fact.room)
        if conversation and conversation.read_up_to(fact.time):
            self._keeping.read(conversation)
            self._publish(RoomChanged(conversation.name))
        return True
