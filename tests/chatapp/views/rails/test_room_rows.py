"""How the rows of the rooms rail look."""

from chatapp.models.entities import (
    Attention,
    Presence,
    Room,
    RoomKind,
)
from tests.chatapp.views.content import ROOMS
from tests.chatapp.views.rail_reading import (
    HOSTILE_NAME,
    texts,
    texts_of,
)


def test_a_room_one_is_not_in_now_looks_different(rooms, settle, look):
    rooms.show_rooms([Room("#ops", RoomKind.CHANNEL, joined=False, unread=3)], "#ops")
    settle()
    canvas = rooms.rail.canvas

    fonts = {
        canvas.itemcget(it, "text"): canvas.itemcget(it, "font")
        for it in texts_of(canvas)
    }

    assert fonts["ops"] == look.fonts.italic


def test_a_muted_room_is_dimmed_and_has_no_badge(rooms, settle, look):
    muted = Room("#ops", RoomKind.CHANNEL, unread=9, attention=Attention.NOTHING)
    rooms.show_rooms([muted], "")
    settle()
    canvas = rooms.rail.canvas

    colors = {
        canvas.itemcget(it, "text"): canvas.itemcget(it, "fill")
        for it in texts_of(canvas)
    }

    assert colors["ops"] == look.palette.offline
    assert len(rooms.rail.photos) == 2  # its hash, and the sign that it is muted


def test_a_room_by_invitation_only_has_a_lock(rooms, settle, look):
    drawn = []
    for by_invitation in (False, True):
        room = Room("#ops", RoomKind.CHANNEL, by_invitation=by_invitation)
        rooms.show_rooms([room], "")
        settle()
        drawn += rooms.rail.photos
    palette, size = look.palette, look.px(17)
    icon = look.pictures.icon

    assert drawn == [
        icon(it, size, palette.muted, palette.side) for it in ("hash", "lock")
    ]


def test_somebody_who_is_away_says_why_in_the_rail(rooms, settle):
    away = Room("Lena", RoomKind.DIRECT, presence=Presence.AWAY, status="At lunch")
    rooms.show_rooms([away], "")
    settle()

    assert texts(rooms.rail)[2:] == ["At lunch", "Lena"]


def test_a_long_name_is_cut_with_dots(rooms, settle):
    rooms.show_rooms([Room("#" + "long-name" * 30, RoomKind.CHANNEL)], "")
    settle()

    assert texts(rooms.rail)[1].startswith("long-name")
    assert texts(rooms.rail)[1].endswith("…")


def test_unread_counts_are_drawn_as_badges(rooms, settle):
    with_badges = len(rooms.rail.photos)
    rooms.show_rooms([Room(it.name, it.kind) for it in ROOMS], "#lobby")
    settle()

    assert with_badges - len(rooms.rail.photos) == 3


def test_hostile_names_of_rooms_are_drawn_on_one_line(rooms, settle):
    rooms.show_rooms([Room(HOSTILE_NAME, RoomKind.DIRECT)], HOSTILE_NAME)
    rooms.show_network(HOSTILE_NAME, HOSTILE_NAME)
    settle()

    assert all("\n" not in it and "\u202e" not in it for it in texts(rooms.rail))


def test_emoji_in_the_status_of_a_room_are_pictures(rooms, settle) -> None:
    away = Room("Lena", RoomKind.DIRECT, presence=Presence.AWAY, status="🍕 At lunch")
    rooms.show_rooms([away], "Lena")
    settle()

    assert " At lunch" in texts(rooms.rail)
