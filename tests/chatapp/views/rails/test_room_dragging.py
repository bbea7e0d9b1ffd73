"""Rooms are dragged to other places of the rail."""

import pytest

from chatapp.models.entities import (
    Room,
    RoomKind,
)
from tests.chatapp.views.content import ROOMS
from tests.chatapp.views.rail_reading import (
    place_of,
    press,
)


def drag(rail, text: str, to: str, settle, below: int = 0) -> None:
    """Drag a row to another one, without letting it go."""
    (x, y), (_, end) = place_of(rail, text), place_of(rail, to)
    rail.canvas.event_generate("<Button-1>", x=x, y=y)
    rail.canvas.event_generate("<B1-Motion>", x=x, y=end + below)
    settle()


@pytest.mark.parametrize(
    ("dragged", "to", "below", "moved"),
    [
        ("ops", "lobby", -9, ("#ops", "#lobby", False)),
        ("lobby", "ops", 9, ("#lobby", "", False)),
        ("ops", "Lena", -9, ("#ops", "Lena", True)),
        ("Ada", "Lena", 9, ("Ada", "", True)),
        ("lobby", "Ada", 0, ("#lobby", "", False)),
    ],
)
def test_a_room_is_dragged_to_another_place(rooms, settle, dragged, to, below, moved):
    favourite = Room("Lena", RoomKind.DIRECT, is_favourite=True)
    rooms.show_rooms([favourite, *ROOMS[:4]], "#lobby")
    settle()
    done, opened = [], []
    rooms.on_move, rooms.on_select = lambda *where: done.append(where), opened.append

    drag(rooms.rail, dragged, to, settle, below)
    x, y = place_of(rooms.rail, to)
    rooms.rail.canvas.event_generate("<ButtonRelease-1>", x=x, y=y + below)
    settle()

    assert (done, opened) == ([moved], [])


def test_a_drag_that_is_given_up_moves_nothing(rooms, settle):
    done = []
    rooms.on_move = lambda *where: done.append(where)
    rooms.rail.canvas.focus_force()
    drag(rooms.rail, "ops", "lobby", settle, -9)
    lines = [it for it in rooms.rail.canvas.find_all() if is_line(rooms.rail, it)]

    press(rooms.rail, "<Escape>", settle)
    rooms.rail.canvas.event_generate("<ButtonRelease-1>", x=60, y=60)
    settle()

    assert len(lines) == 1
    assert not any(is_line(rooms.rail, it) for it in rooms.rail.canvas.find_all())
    assert done == []


def is_line(rail, item: int) -> bool:
    return rail.canvas.type(item) == "line"
