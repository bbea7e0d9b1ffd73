"""LIST: which channels a server has, told some at a time."""

from typing import TYPE_CHECKING

from chatapp.models.entities import ListedRoom
from chatapp.models.rooms.room_events import RoomsListed
from chatapp.models.session.table import inbound
from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from chatapp.wire.whole_numbers import whole_number

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

AT_ONCE = 200
MOST_ROOMS = 100_000
BY_PEOPLE = "U"
"""The letter of ELIST for a server that lists only rooms with so many people."""


_NO_PRIVILEGES = n.ERR_NOPRIVILEGES
"""What some servers answer whom they do not list their rooms; it names no command."""


def ask_rooms(session: "Session", fewest: int, *, is_unseen: bool = False) -> bool:
    """Ask which rooms there are; RoomsListed follows, several times.

    Args:
        session: what asks.
        fewest: rooms with fewer people need not be told.
        is_unseen: whether nobody knows that it is asked, so that nobody has to hear
            of a refusal.

    Returns:
        Whether rooms with fewer people than `fewest` are left out: some servers
        cannot do that.
    """
    session.listed_rooms.clear()
    session.rooms_told = 0
    session.list_is_unseen = is_unseen
    can_choose = BY_PEOPLE in session.isupport.values.get("ELIST", "").upper()
    is_chosen = can_choose and fewest > 1
    session.send("LIST", *([f">{fewest - 1}"] if is_chosen else []))
    return is_chosen


def note_refusal(session: "Session", message: Message) -> bool:
    """Tell whether an error answers a question that nobody saw; only the first can."""
    named = {each.upper() for each in message.params[:2]}
    is_refusal = "LIST" in named or message.command == _NO_PRIVILEGES
    if not (is_refusal and session.list_is_unseen):
        return False
    session.list_is_unseen = False
    return True


@inbound.handles(n.RPL_LIST, min_params=3)
def room(session: "Session", message: Message) -> None:
    """Collect a room, and tell of them when there are enough."""
    session.list_is_unseen = False
    name, people = message.params[1:3]
    count = whole_number(people)
    if count is None or session.rooms_told >= MOST_ROOMS:
        return
    session.rooms_told += 1
    topic = message.params[3] if len(message.params) > 3 else ""
    session.listed_rooms.append(ListedRoom(name, count, topic))
    if len(session.listed_rooms) >= AT_ONCE:
        _tell(session, is_whole=False)


@inbound.handles(n.RPL_LISTEND)
def end(session: "Session", message: Message) -> None:
    """Tell of the rest, and that there are no others."""
    del message
    session.list_is_unseen = False
    _tell(session, is_whole=True)


def _tell(session: "Session", *, is_whole: bool) -> None:
    session.emit(RoomsListed(tuple(session.listed_rooms), is_whole))
    session.listed_rooms.clear()
