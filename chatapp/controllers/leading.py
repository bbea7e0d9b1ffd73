"""Leads to a message, in whichever room it was said and however long ago."""

from collections.abc import Callable

from chatapp.controllers import search_wording as wording
from chatapp.controllers.jumping import Jumping
from chatapp.models.entities import ChatMessage
from chatapp.models.network import Network
from chatapp.wire.names import is_channel


class Leading:
    """Opens the room of a message, and goes to it there."""

    def __init__(
        self,
        network: Network,
        open_room: Callable[[str], None],
        jumping: Jumping,
        say: Callable[[str], None],
    ) -> None:
        """Lead there; `say` is told kindly why that cannot be."""
        self._network = network
        self._open_room = open_room
        self._jumping = jumping
        self._say = say

    def go_to(self, line: ChatMessage) -> None:
        """Show a message: by its msgid, or where it has none by its words."""
        room = self._network.room(line.room)
        if room is None and is_channel(line.room):
            self._say(wording.NOT_HERE.format(room=line.room))
            return
        if room is None:
            self._network.open_direct(line.room)
        if not self._network.same(line.room, self._network.room_looked_at):
            self._open_room(line.room)
        if line.msgid:
            self._jumping.go_to(line.msgid)
        elif not self._jumping.show(self._place_of(line)):
            self._say(wording.TOO_FAR_BACK.format(room=line.room))

    def _place_of(self, line: ChatMessage) -> int | None:
        history = self._network.history(line.room)
        wanted = (line.time, line.sender, line.text)
        for place in range(len(history) - 1, -1, -1):
            each = history[place]
            if (each.time, each.sender, each.text) == wanted:
                return place
        return None
