"""The rooms rail, by keyboard and by mouse."""

import pytest

from chatapp.models.entities import (
    MenuEntry,
    Room,
    RoomKind,
)
from tests.chatapp.views.content import ROOMS
from tests.chatapp.views.rail_reading import (
    click,
    press,
    texts,
)


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


def test_titles_cannot_be_opened(rooms, settle):
    opened = []
    rooms.on_select = opened.append

    click(rooms.rail, "ROOMS", settle)

    assert opened == []


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
