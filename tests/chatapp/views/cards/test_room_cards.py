"""The cards of all rooms, and of a new one, in a real window."""

import pytest

from chatapp.models.entities import NewRoom, RoomOffer
from chatapp.views.cards.room_browser import RoomBrowser
from chatapp.views.cards.room_maker import RoomMaker

OFFERS = [
    RoomOffer("#lobby", 12, "Be kind", is_joined=True),
    RoomOffer("#tea", 3),
    RoomOffer("garden", is_new=True),
]


@pytest.fixture
def browser(place, look, settle) -> RoomBrowser:
    card = RoomBrowser(place, look, "Rooms on Lab", "Find a room")
    card.open()
    card.show_rooms(OFFERS, "2 rooms")
    settle()
    card.field.entry.focus_force()
    settle()
    return card


@pytest.fixture
def joined(browser) -> list[str]:
    names: list[str] = []
    browser.on_join = names.append
    return names


@pytest.fixture
def maker(place, look, settle) -> RoomMaker:
    card = RoomMaker(place, look, "garden", "The room ends when everybody left.")
    card.open()
    settle()
    return card


def texts(card) -> list[str]:
    canvas = card.rail.canvas
    items = [it for it in canvas.find_all() if canvas.type(it) == "text"]
    return [canvas.itemcget(it, "text") for it in items]


def press(card, key: str, settle) -> None:
    card.field.entry.event_generate(key)
    settle()


def test_rooms_are_listed_with_what_they_are_about(browser):
    assert texts(browser) == [
        "lobby",
        "You are in it  ·  Be kind",
        "tea",
        "Join garden, or make it",
    ]


def test_enter_joins_the_first_room(browser, joined, settle):
    press(browser, "<Return>", settle)

    assert joined == ["#lobby"]
    assert not browser.is_open


def test_arrows_choose_while_one_types(browser, joined, settle):
    for key in ("<Down>", "<Down>", "<Down>", "<Up>", "<Return>"):
        press(browser, key, settle)

    assert joined == ["#tea"]


def test_what_is_chosen_stays_so_while_rooms_come_in(browser, joined, settle):
    press(browser, "<Down>", settle)

    browser.show_rooms([RoomOffer("#new", 99), *OFFERS], "3 rooms")
    settle()
    press(browser, "<Return>", settle)

    assert joined == ["#tea"]


def test_as_long_as_nothing_is_chosen_the_first_is(browser, joined, settle):
    browser.show_rooms([RoomOffer("#new", 99), *OFFERS], "3 rooms")
    settle()
    press(browser, "<Return>", settle)

    assert joined == ["#new"]


def test_a_double_click_joins(browser, joined, settle):
    canvas = browser.rail.canvas
    at = {"x": 90, "y": browser.rail.stack.place_of("#tea")[0] + 20}

    for event in ("<Button-1>", "<ButtonRelease-1>", "<Button-1>"):
        canvas.event_generate(event, **at)
        settle()

    assert joined == ["#tea"]


def test_a_room_that_cannot_be_joined_says_why_and_the_card_stays(browser, settle):
    browser.on_join = lambda _name: "No spaces, please."

    press(browser, "<Return>", settle)

    assert browser.is_open
    assert browser._problem.cget("text") == "No spaces, please."


def test_what_was_typed_becomes_the_name_of_a_new_room(browser, settle):
    made, searched = [], []
    browser.on_make, browser.on_search = made.append, searched.append
    browser.field.fill("garden")

    browser.make.invoke()
    settle()

    assert (made, searched) == (["garden"], ["garden"])
    assert not browser.is_open


def test_without_a_room_nothing_is_joined(browser, joined, settle):
    browser.show_rooms([], "No room goes by that.")
    settle()

    press(browser, "<Return>", settle)

    assert joined == []
    assert browser.is_open


def test_of_ten_thousand_rooms_only_some_are_drawn(browser, settle):
    browser.show_rooms([RoomOffer(f"#r{number}", 5) for number in range(10_000)], "")
    settle()

    press(browser, "<Next>", settle)

    assert len(browser.rail.canvas.find_all()) < 60


def test_a_room_is_made_as_it_is_written_down(maker, settle):
    made = []
    maker.on_make = made.append
    maker.topic.text = "Roses"

    maker.private.tick.invoke()
    maker.submit()

    assert made == [NewRoom("garden", "Roses", is_private=True)]
    assert maker.winfo_exists()


@pytest.mark.parametrize("key", ["<Return>", "<KP_Enter>"])
def test_enter_makes_the_room_also_where_one_has_just_ticked_a_box(maker, key, settle):
    made: list[NewRoom] = []
    maker.on_make = made.append
    maker.invited.tick.focus_force()
    maker.invited.tick.invoke()
    settle()

    maker.invited.tick.event_generate(key)
    settle()

    assert made == [NewRoom("garden", "", by_invitation=True)]


def test_what_is_wrong_with_a_new_room_is_said_at_its_field(maker, settle):
    maker.show_problem("Too long", "")
    settle()

    assert (maker.name.problem, maker.topic.problem) == ("Too long", "")
    assert maker.focus_get() is maker.name.entry


def test_emoji_in_what_a_room_is_about_are_pictures_and_go_with_it(maker, settle):
    made: list[NewRoom] = []
    maker.on_make = made.append
    maker.topic.entry.insert("end", "Otters 🦦")
    settle()

    maker.submit()

    assert maker.topic.entry.pictured() == ["🦦"]
    assert made == [NewRoom("garden", "Otters 🦦")]
