"""The card in which links into a hosted chat are made, and taken back."""

import pytest

from chatapp.models.entities import LinkRow

ROWS = [LinkRow(number, f"Link {number}: 0 came, for good") for number in (9, 5, 2)]


@pytest.fixture
def card(main_window, settle):
    main_window.open_chat()
    settle()
    main_window.chat.focus_force()
    settle()
    card = main_window.new_links("Links", ["One", "Everybody"], ["An hour", "For good"])
    card.show_links(ROWS, "No link holds.")
    settle()
    yield card
    main_window.close_chat()


def test_a_link_is_made_without_limits_unless_some_are_chosen(card):
    made = []
    card.on_make = lambda people, length: made.append((people, length))

    card.action.invoke()

    assert made == [(1, 1)]
    assert not card.winfo_exists()


def test_a_link_is_made_with_the_limits_that_are_chosen(card):
    made = []
    card.on_make = lambda people, length: made.append((people, length))

    card.people.buttons[0].invoke()
    card.lengths.buttons[0].invoke()
    card.action.invoke()

    assert made == [(0, 0)]


def test_a_link_is_taken_back_by_mouse_and_by_key(card, settle):
    taken = []
    card.on_take_back = taken.append

    card.take_back.invoke()
    card.links.focus_force()
    settle()
    card.links.event_generate("<Down>")
    card.links.event_generate("<Delete>")

    assert taken == [9, 5]


def test_the_link_that_is_chosen_stays_so_when_another_one_goes(card, settle):
    taken = []
    card.on_take_back = taken.append
    card.links.selection_clear(0, "end")
    card.links.selection_set(1)

    card.show_links(ROWS[1:], "")
    card.take_back.invoke()

    assert taken == [5]


def test_without_links_it_says_so(card, settle):
    card.show_links([], "No link holds.")
    settle()

    assert not card.links.winfo_ismapped()
    assert not card.take_back.winfo_ismapped()
    assert str(card._nothing.cget("text")) == "No link holds."


@pytest.mark.parametrize("way", ["button", "escape"])
def test_it_leads_back(card, settle, way):
    back = []
    card.on_back = lambda: back.append("back")
    ways = {
        "button": card.cancel.invoke,
        "escape": lambda: card.action.event_generate("<Escape>"),
    }

    ways[way]()

    assert back == ["back"]
    assert not card.winfo_exists()


def test_in_a_low_window_the_buttons_are_in_sight(card, main_window, settle):
    main_window.chat.geometry("480x400")
    settle()
    card._place()
    settle()

    assert card.winfo_y() >= 0
    assert card.winfo_y() + card.winfo_height() <= 400


def test_what_comes_after_it_is_closed_is_left_alone(card):
    card.close()

    card.show_links(ROWS, "")

    assert not card.winfo_exists()
