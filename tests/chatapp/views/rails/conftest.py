"""The rooms rail that its tests share."""

import pytest

from chatapp.views.rails.room_list import RoomList
from tests.chatapp.views.content import ROOMS


@pytest.fixture
def rooms(place, look, settle) -> RoomList:
    """Show the rooms of the content in a rail."""
    rail = RoomList(place, look)
    rail.pack(side="left", fill="y")
    rail.configure(width=248)
    rail.pack_propagate(False)
    rail.show_rooms(ROOMS, "#lobby")
    settle()
    return rail
