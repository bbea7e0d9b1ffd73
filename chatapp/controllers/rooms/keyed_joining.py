"""Joins a room with a key, and notices that what was meant is a name with a space.

`/join #room key` and `/join #class 7b` look alike. A word behind the name is a key
where the room asks for one; where it does not, somebody is told, instead of losing it.
"""

import re
from typing import Protocol

from chatapp.language import gettext as _
from chatapp.models.entities import Connectedness, Tone
from chatapp.models.events import ConnectionChanged
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.rooms.room_events import RoomLookedFor

NO_SUCH_ROOM = _(
    "There is no room {room}, and the name of a room has no spaces. Type /join {joined}"
    " to come into that room, or to make it."
)
NEEDS_NO_KEY = _(
    "{room} needs no key, and the name of a room has no spaces. Type /join {room} to"
    " come into it, or /join {joined} if you meant that."
)
ONE_KEY_ONLY = _(
    "The name of a room has no spaces, and a key has none either. Type /join {joined}"
    " to come into that room, or to make it."
)
NO_LIST = _(
    "The name of a room has no commas. Type /join {joined} to come into that room, or"
    " to make it; for several rooms, begin each with #, as in /join {rooms}."
)
LINK_LOST = _(
    "The connection was lost before the server told whether {room} is there. Type the"
    " command again once you are back."
)


class CardView(Protocol):
    """Where it is told."""

    def show(self, key: str, text: str, tone: Tone) -> None:
        """Show a text until it is dismissed."""


def name_in_one_word(*typed: str) -> str:
    """Write a room's name that has spaces or commas as one that can be."""
    return re.sub(r"[-\s,]*[\s,][-\s,]*", "-", " ".join(filter(None, typed)))


class KeyedJoining:
    """Looks first whether a room asks for the key that somebody typed."""

    def __init__(self, network: Network, bus: EventBus, card: CardView) -> None:
        self._network = network
        self._card = card
        self._keys: dict[str, str] = {}
        bus.subscribe(RoomLookedFor, self._looked_for)
        bus.subscribe(ConnectionChanged, self._connection_changed)

    def join(self, room: str, key: str) -> None:
        """Join a room with a key, unless that makes no sense."""
        if self._network.directory.look_for(room):
            self._keys[room] = key

    def _looked_for(self, event: RoomLookedFor) -> None:
        key = self._keys.pop(event.room, None)
        if key is None:
            return
        joined = name_in_one_word(event.room, key)
        if not event.is_there:
            self._tell(NO_SUCH_ROOM.format(room=event.room, joined=joined))
        elif event.is_without_key:
            self._tell(NEEDS_NO_KEY.format(room=event.room, joined=joined))
        else:
            self._network.join(event.room, key)

    def _connection_changed(self, event: ConnectionChanged) -> None:
        """Tell of the rooms of which nobody will tell any more."""
        if event.state is not Connectedness.ONLINE and self._keys:
            rooms = ", ".join(self._keys)
            self._keys.clear()
            self._tell(LINK_LOST.format(room=rooms))

    def _tell(self, sentence: str) -> None:
        self._card.show("command", sentence, Tone.ERROR)
