"""The rooms rail, by keyboard and by mouse."""

import pytest

from chatapp.models.entities import (
    Attention,
    MenuEntry,
    Presence,
    Room,
    RoomKind,
)
from chatapp.views.rails.room_list import RoomList
from tests.chatapp.views.content import ROOMS
from tests.chatapp.views.rail_reading import (
    HOSTILE_NAME,
    click,
    place_of,
    press,
    texts,
    texts_of,
)


@pytest.fixture
def rooms(place, look, settle) -> RoomList:
    rail = RoomList(place, look)
    rail.pack(side="left", fill="y")
    rail.configure(width=248)
    rail.pack_propagate(False)
    rail.show_rooms(ROOMS, "#lobby")
    settle()
    return rail


def drag(rail, text: str, to: str, settle, below: int = 0) -> None:
    """Drag a row to another one, without letting it go."""
    (x, y), (_, end) = place_of(rail, text), place_of(rail, to)
    rail.canvas.event_generate("<Button-1>", x=x, y=y)
    rail.canvas.event_generate("<B1-Motion>", x=x, y=end + below)
    settle()


def open_menu(rail, key: str):
    """Fill the menu of a row as if it were to be shown."""
    rail.menu.fill(rail.on_menu(key) if key else ())
    return rail.menu.menu


def test_rooms_and_people_stand_under_their_titles(rooms):
    assert texts(rooms.rail) == [
        "ROOMS",
        "lobby",
        "design",
        "ops",
        "DIRECT MESSAGES",
        "Ada",
        "Lena",
    ]


def test_a_click_opens_a_room(rooms, settle):
    opened = []
    rooms.on_select = opened.append

    click(rooms.rail, "design", settle)

    assert opened == ["#design"]


def test_arrows_and_enter_open_a_room(rooms, settle):
    opened = []
    rooms.on_select = opened.append
    rooms.rail.canvas.focus_force()
    settle()

    for key in ("<Down>", "<Down>", "<Up>", "<Return>"):
        press(rooms.rail, key, settle)

    assert opened == ["#design"]


def test_the_arrows_end_at_the_first_and_the_last_row(rooms, settle):
    opened = []
    rooms.on_select = opened.append
    rooms.rail.canvas.focus_force()
    settle()

    for key in ("<End>", "<Down>", "<space>", "<Home>", "<Up>", "<space>"):
        press(rooms.rail, key, settle)

    assert opened == ["Lena", "#lobby"]


def test_the_buttons_beside_the_titles_add_a_room_and_a_conversation(rooms):
    asked = []
    rooms.on_add = lambda: asked.append("room")
    rooms.on_message = lambda: asked.append("person")

    for button in rooms.rail.buttons.values():
        button.invoke()

    assert asked == ["room", "person"]


def test_a_room_one_is_not_in_now_looks_different(rooms, settle, look):
    rooms.show_rooms([Room("#ops", RoomKind.CHANNEL, joined=False, unread=3)], "#ops")
    settle()
    canvas = rooms.rail.canvas

    fonts = {
        canvas.itemcget(it, "text"): canvas.itemcget(it, "font")
        for it in texts_of(canvas)
    }

    assert fonts["ops"] == look.fonts.italic


def test_favourites_stand_above_all_others(rooms, settle):
    favourite = Room("Lena", RoomKind.DIRECT, is_favourite=True)

    rooms.show_rooms([favourite, *ROOMS[:1]], "#lobby")
    settle()

    assert texts(rooms.rail) == [
        "FAVOURITES",
        "Lena",
        "ROOMS",
        "lobby",
        "DIRECT MESSAGES",
    ]


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


def test_the_menu_of_a_row_does_what_is_chosen(rooms):
    done = []

    def offer(name):
        return [
            [MenuEntry("Read", lambda: done.append(name))],
            [MenuEntry("Mute", lambda: done.append("mute"), is_on=True)],
        ]

    rooms.rail.on_menu = offer
    menu = open_menu(rooms.rail, "#design")

    menu.invoke(0)
    menu.invoke(2)

    assert menu.type(1) == "separator"
    assert done == ["#design", "mute"]


@pytest.mark.parametrize("key", ["<Shift-F10>", "<Menu>"])
def test_the_keyboard_opens_the_menu_of_the_row_it_is_on(rooms, settle, key):
    asked = []
    rooms.rail.on_menu = lambda name: asked.append(name) or ()
    rooms.rail.canvas.focus_force()
    settle()

    press(rooms.rail, "<Down>", settle)
    press(rooms.rail, key, settle)

    assert asked == ["#design"]


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


def test_somebody_who_is_away_says_why_in_the_rail(rooms, settle):
    away = Room("Lena", RoomKind.DIRECT, presence=Presence.AWAY, status="At lunch")
    rooms.show_rooms([away], "")
    settle()

    assert texts(rooms.rail)[2:] == ["At lunch", "Lena"]


def test_titles_cannot_be_opened(rooms, settle):
    opened = []
    rooms.on_select = opened.append

    click(rooms.rail, "ROOMS", settle)

    assert opened == []


def test_a_long_name_is_cut_with_dots(rooms, settle):
    rooms.show_rooms([Room("#" + "long-name" * 30, RoomKind.CHANNEL)], "")
    settle()

    assert texts(rooms.rail)[1].startswith("long-name")
    assert texts(rooms.rail)[1].endswith("…")


def test_a_thousand_rows_are_scrolled_and_only_some_are_drawn(rooms, settle):
    many = [Room(f"#room{number}", RoomKind.CHANNEL) for number in range(1000)]
    rooms.show_rooms(many, "#room0")
    settle()
    rooms.rail.canvas.focus_force()

    press(rooms.rail, "<End>", settle)

    assert "room999" in texts(rooms.rail)
    assert len(rooms.rail.canvas.find_all()) < 200


def test_the_wheel_scrolls_within_bounds(rooms, settle):
    rooms.show_rooms([Room(f"#r{n}", RoomKind.CHANNEL) for n in range(40)], "#r0")
    settle()

    for _ in range(100):
        press(rooms.rail, "<Button-5>", settle)
    bottom = texts(rooms.rail)
    for _ in range(100):
        press(rooms.rail, "<Button-4>", settle)

    assert "r39" in bottom
    assert "ROOMS" in texts(rooms.rail)


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
