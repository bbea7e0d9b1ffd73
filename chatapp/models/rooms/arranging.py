"""How one has one's rooms: which are favourites, their order, what in them calls."""

from collections.abc import Callable
from datetime import datetime, timedelta

from chatapp.models.entities import Attention
from chatapp.models.events import RoomChanged
from chatapp.models.history.keeping import Keeping
from chatapp.models.rooms.conversations import Conversations
from chatapp.models.storage import arrangement


class Arranging:
    """Changes how rooms stand in the rail; all of it is kept on this computer."""

    def __init__(
        self,
        conversations: Conversations,
        keeping: Keeping,
        clock: Callable[[], datetime],
        publish: Callable[[RoomChanged], None],
    ) -> None:
        self._conversations = conversations
        self._keeping = keeping
        self._clock = clock
        self._publish = publish

    def attend(self, room: str, attention: Attention) -> None:
        """Be called by this of a room from now on."""
        self._set_attention(room, attention, None)

    def be_quiet(self, room: str, time: timedelta) -> None:
        """Be called by nothing in a room for a time, and then as before."""
        self._set_attention(room, None, self._clock() + time)

    def favour(self, room: str, is_favourite: bool) -> None:
        """Have a room among the favourites, as the last of them, or not any more."""
        conversation = self._conversations.find(room)
        if conversation is None or conversation.is_favourite is is_favourite:
            return
        conversation.is_favourite = is_favourite
        self._keeping.update(
            conversation,
            lambda connection, row: arrangement.keep_favourite(
                connection, row, is_favourite
            ),
        )
        self.move(room, "")

    def move(self, room: str, before: str) -> None:
        """Put a room before another one in the rail; without one, at its end."""
        if self._conversations.move(room, before):
            rooms = self._conversations
            keys = [rooms.key_of(each.name) for each in rooms.all()]
            self._keeping.note(
                lambda connection, profile: arrangement.keep_order(
                    connection, profile, keys
                )
            )
            self._publish(RoomChanged(room))

    def _set_attention(
        self, room: str, attention: Attention | None, quiet_until: datetime | None
    ) -> None:
        conversation = self._conversations.find(room)
        if conversation is None:
            return
        kept = conversation.attention = attention or conversation.attention
        conversation.quiet_until = quiet_until
        self._keeping.update(
            conversation,
            lambda connection, row: arrangement.keep_attention(
                connection, row, kept, quiet_until
            ),
        )
        self._publish(RoomChanged(conversation.name))
