"""What one sees of a card in the smallest window with the largest letters."""

import pytest

from chatapp.models.entities import Finding, RoomOffer
from chatapp.models.entities import FindingKind as Kind
from tests.chatapp.views.cards.fitting import box
from tests.chatapp.views.waiting import wait_until


@pytest.fixture
def small(main_window, settle):
    """Give the program with a chat window that shows as little as it can."""
    chat = main_window.open_chat().winfo_toplevel()
    main_window.zoom_to(2.0)
    chat.geometry("480x400+0+0")
    wait_until(chat, lambda: chat.winfo_height() == 400)
    settle()
    chat.focus_force()
    yield main_window
    main_window.zoom_to(1.0)
    main_window.close_chat()


@pytest.fixture
def switcher(small, settle):
    card = small.new_switcher("Go to", "A room, a person, or / and a command")
    found = [Finding(Kind.COMMAND, f"/kick{n}", "Remove somebody") for n in range(9)]
    card.show_findings(found)
    card.open()
    settle()
    settle()
    return card


def is_in_sight(card, widget) -> bool:
    """Tell whether all of a widget is within its window, and not scrolled away."""
    edges = box(card.winfo_toplevel()), box(card.scrolled)
    _left, top, _right, bottom = box(widget)
    in_window = edges[0][1] <= top and bottom <= edges[0][3]
    is_content = str(widget).startswith(f"{card.scrolled}.")
    return in_window and (not is_content or edges[1][1] <= top <= bottom <= edges[1][3])


def rows_in_sight(card) -> list[int]:
    rows = card.rows.winfo_children()
    return [place for place, row in enumerate(rows) if is_in_sight(card, row)]


def press(card, key: str, settle) -> None:
    card.field.entry.event_generate(key)
    settle()
    settle()


def test_two_rows_of_the_switcher_are_in_sight_with_its_field(switcher):
    assert rows_in_sight(switcher)[:2] == [0, 1]
    assert is_in_sight(switcher, switcher.field.entry)


def test_the_row_that_is_chosen_comes_into_sight(switcher, settle):
    press(switcher, "<Up>", settle)

    assert 8 in rows_in_sight(switcher)
    assert is_in_sight(switcher, switcher.field.entry)


def test_its_buttons_come_into_sight_with_the_keyboard(switcher, settle):
    before = is_in_sight(switcher, switcher.action)
    switcher.action.focus_set()
    settle()
    settle()

    assert not before
    assert is_in_sight(switcher, switcher.action)


def test_the_wheel_moves_the_card_where_its_content_has_ended(switcher, settle):
    row = switcher.rows.winfo_children()[0]
    for _ in range(40):
        row.event_generate("<Button-5>")
    settle()
    settle()

    assert rows_in_sight(switcher)[-1] == 8
    assert is_in_sight(switcher, switcher.action)


def test_two_rooms_are_in_sight_with_the_field_to_find_others(small, settle):
    card = small.new_room_browser("Rooms on the lab's server", "Find a room")
    card.show_rooms([RoomOffer(f"#r{n}", n, "What grows") for n in range(9)], "9 rooms")
    card.open()
    settle()
    settle()

    edge = small.look.px(4 + 2 * 46)
    assert card.rail.canvas.winfo_height() >= 0.8 * edge
    assert is_in_sight(card, card._frame)
    assert is_in_sight(card, card.field.entry)
