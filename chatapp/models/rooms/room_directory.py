"""The rooms that a server has: which there are, and what may be the name of one."""

from functools import partial
from typing import TYPE_CHECKING

from chatapp.models.connection.link import Link
from chatapp.models.rooms.requests import Requests
from chatapp.models.session.room_check import look_for
from chatapp.models.session.room_list import ask_rooms

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

FEWEST_ELSEWHERE = 3
"""Large networks have thousands of rooms with hardly anybody; those are left out."""

_USUAL_LENGTH = 50


class RoomDirectory:
    """What one can ask a server about its rooms."""

    def __init__(self, link: Link, requests: Requests) -> None:
        self.leaves_out_below = 0
        self._link = link
        self._requests = requests

    @property
    def longest_name(self) -> int:
        """The most characters of a room's name, as far as is known."""
        session = self._link.online_session
        return (session.isupport.channel_length if session else None) or _USUAL_LENGTH

    def ask(self, *, is_unseen: bool = False) -> bool:
        """Ask which rooms there are; RoomsListed follows. False: that cannot be now.

        Rooms with fewer people than `leaves_out_below` are not told. Of a refusal
        nobody hears where the question `is_unseen`.
        """
        return self._requests.ask(partial(self._ask, is_unseen=is_unseen))

    def look_for(self, channel: str) -> bool:
        """Ask whether there is a room; RoomLookedFor follows. False: not now."""
        return self._requests.ask(lambda session: look_for(session, channel))

    def _ask(self, session: "Session", *, is_unseen: bool) -> None:
        fewest = 0 if session.history_id else FEWEST_ELSEWHERE
        leaves_out = ask_rooms(session, fewest, is_unseen=is_unseen)
        self.leaves_out_below = fewest if leaves_out else 0
