"""Cards stand in their window as a whole, or scroll where they are too high for it."""

import pytest

from chatapp.views.cards.room_maker import RoomMaker
from tests.chatapp.views.waiting import wait_until


@pytest.fixture
def card(place, look, settle):
    """Give a card that needs about 400 pixels."""
    card = RoomMaker(place, look, "", "It ends when everybody has left it.")
    card.open()
    settle()
    return card


def resize(card, height: int, settle) -> None:
    window = card.winfo_toplevel()
    window.geometry(f"820x{height}")
    wait_until(card, lambda: window.winfo_height() == height)
    settle()
    settle()


def ends(card) -> tuple[int, int]:
    """Tell where in its window a card begins and ends."""
    return card.winfo_y(), card.winfo_y() + card.winfo_height()


def test_a_card_stands_a_little_above_the_middle(card, settle):
    resize(card, 700, settle)

    top, bottom = ends(card)
    assert (top + bottom) / 2 == pytest.approx(0.42 * 700, abs=2)


def test_a_card_is_whole_where_there_is_just_room_for_it(card, settle):
    resize(card, card.winfo_height() + 6, settle)

    top, bottom = ends(card)
    assert top >= 0
    assert bottom <= card.winfo_toplevel().winfo_height()


def test_title_and_buttons_stay_in_a_window_that_is_too_low(card, settle):
    resize(card, 300, settle)

    button = card.action
    top, bottom = ends(card)
    place = button.winfo_rooty() - card.winfo_toplevel().winfo_rooty()
    assert 0 <= top < bottom <= 300
    assert place + button.winfo_height() <= bottom


def test_what_has_the_focus_is_seen_in_a_card_that_is_too_high(card, settle):
    resize(card, 300, settle)

    card.invited.head.focus_force()
    settle()

    switch, scrolled = card.invited.head, card.scrolled
    end = switch.winfo_rooty() + switch.winfo_height()
    assert scrolled.is_moved
    assert scrolled.winfo_rooty() <= switch.winfo_rooty()
    assert end <= scrolled.winfo_rooty() + scrolled.winfo_height()


def test_the_wheel_scrolls_a_card_that_is_too_high(card, settle):
    resize(card, 300, settle)

    for _turn in range(20):
        card.name.event_generate("<Button-5>", x=5, y=5)
    settle()
    was_moved = card.scrolled.is_moved
    for _turn in range(20):
        card.name.event_generate("<Button-4>", x=5, y=5)
    settle()

    assert was_moved
    assert not card.scrolled.is_moved


def test_the_arrows_scroll_a_card_that_is_too_high_from_its_buttons(card, settle):
    resize(card, 300, settle)
    card.action.focus_force()
    settle()

    card.action.event_generate("<Next>")
    settle()

    assert card.scrolled.is_moved


def test_a_card_leaves_some_air_beside_it_in_a_narrow_window(card, settle):
    card.winfo_toplevel().geometry("400x620")
    wait_until(card, lambda: card.winfo_toplevel().winfo_width() == 400)
    settle()
    settle()

    assert card.winfo_x() > 0
    assert card.winfo_x() + card.winfo_width() < 400
