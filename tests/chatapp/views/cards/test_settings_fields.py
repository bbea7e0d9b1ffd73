"""What is typed into the fields of the settings card."""

import pytest

from tests.chatapp.views.cards.settings_stage import open_card, press, row
from tests.chatapp.views.waiting import wait_until


@pytest.fixture
def calls():
    return []


@pytest.fixture
def card(place, look, calls):
    return open_card(place, look, calls)


@pytest.mark.parametrize("close", ["<Escape>", "Close"])
def test_what_cannot_be_is_said_before_the_card_closes(card, place, close):
    def judge(key, text):
        card.show_problem(key, "" if text == "21:00" else "Write a time.")

    def try_to_close():
        if close == "Close":
            card.action.invoke()
        else:
            press(entry, "Escape")
        return card.is_open()

    card.on_typed = judge
    entry = row(card, "from").entry
    is_open = []
    for text in ("25:99", "26:00"):
        entry.delete(0, "end")
        entry.insert(0, text)
        is_open.append(try_to_close())
        place.update()
        assert place.focus_get() is entry
    is_open.append(try_to_close())

    assert is_open == [True, True, False]


def test_a_time_counts_with_enter_and_only_when_it_is_another(card, calls):
    entry = row(card, "from").entry
    press(entry, "Return")
    entry.delete(0, "end")
    entry.insert(0, "23:00")
    press(entry, "Return", "Return")

    assert calls == [("from", "23:00")]


def test_a_wrong_time_stays_with_a_sentence(card):
    entry = row(card, "from").entry
    entry.delete(0, "end")
    entry.insert(0, "late")
    press(entry, "Return")

    card.show_problem("from", "Write a time.")

    assert entry.get() == "late"
    assert entry.instate(["invalid"])


def test_escape_in_a_field_closes_the_card_whatever_stands_there(card, calls):
    entry = row(card, "from").entry
    entry.insert(0, "late")

    press(entry, "Escape")

    assert not card.is_open()


def test_in_a_low_window_what_has_the_focus_is_scrolled_into_view(card, place):
    place.geometry("480x400")
    wait_until(place, lambda: place.winfo_height() == 400)
    card._place()
    place.update()
    entry = row(card, "from").entry
    entry.focus_force()
    place.update()
    top = entry.winfo_rooty() - card.scrolled.winfo_rooty()

    assert 0 <= top <= card.scrolled.winfo_height() - entry.winfo_height()
    assert card.winfo_height() <= 400
