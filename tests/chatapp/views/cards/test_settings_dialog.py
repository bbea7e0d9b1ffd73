"""The settings card, by mouse and by keyboard."""

import tkinter as tk

import pytest

from chatapp.views.cards.settings_dialog import SettingsDialog
from chatapp.views.cards.settings_rows import ChoiceRow, FieldRow, SwitchRow
from tests.chatapp.views.cards.settings_stage import open_card, press, row
from tests.chatapp.views.cards.tabbing import tab_round
from tests.chatapp.views.waiting import wait_until


@pytest.fixture
def calls():
    return []


@pytest.fixture
def card(place, look, calls):
    return open_card(place, look, calls)


def test_space_ticks_a_switch_and_enter_closes_the_card(card, calls):
    press(row(card, "quiet").tick, "space", "Return")

    assert calls == [("quiet", True)]
    assert not card.is_open()


def test_a_switch_that_is_on_is_switched_off(card, calls):
    card.show_switch("quiet", True)

    row(card, "quiet").tick.invoke()

    assert calls == [("quiet", False)]


def test_the_arrows_go_from_one_choice_to_the_next(card, calls, place):
    buttons = row(card, "choice").buttons
    press(buttons["a"], "Right")

    assert place.focus_get() is buttons["b"]
    press(buttons["b"], "space")
    assert calls == [("choice", "b")]


def test_a_choice_is_shown(card):
    card.show_choice("choice", "b")

    styles = {
        key: str(it.cget("style")) for key, it in row(card, "choice").buttons.items()
    }
    assert styles == {"a": "Choice.TButton", "b": "Jump.TButton"}


def test_a_palette_can_be_worn_and_taken_away(card, calls, place):
    card.add_palette("kept", "teal-otter", ["#112233", "#445566"], "Let it go")
    place.update()
    palette = card._lists["kept"].winfo_children()[0]

    palette.wear.invoke()
    palette.remove.invoke()

    assert calls == [("wear", "teal-otter"), ("kept", "teal-otter")]


def test_another_page_takes_the_place_of_the_first_with_the_focus(card, place):
    press(row(card, "quiet").head)

    card.begin_page("two")
    place.update()

    assert place.focus_get() is card.tabs.buttons["two"]
    assert card.rows == {}


def test_the_card_begins_at_the_page_that_it_shows(card, place):
    card.begin_page("two")

    card.open()
    place.update()

    assert place.focus_get() is card.tabs.buttons["two"]


def test_what_belongs_to_another_page_is_not_shown(card):
    card.begin_page("two")

    card.show_switch("quiet", True)
    card.show_problem("quiet", "Something.")

    assert card.rows == {}


def test_the_page_can_be_reset_and_changed(card, calls):
    card.cancel.invoke()
    card.tabs.buttons["two"].invoke()

    assert calls == ["reset", ("page", "two")]


@pytest.mark.parametrize("station", ["tab", "switch", "reset"])
def test_escape_closes_the_card(card, station):
    stations = {
        "tab": card.tabs.buttons["one"],
        "switch": row(card, "quiet").head,
        "reset": card.cancel,
    }

    press(stations[station], "Escape")

    assert not card.is_open()


def test_rows_are_what_they_were_added_as(card):
    kinds = {key: type(each) for key, each in card.rows.items() if key != "kept"}

    assert kinds == {"quiet": SwitchRow, "choice": ChoiceRow, "from": FieldRow}


def test_tab_goes_through_what_can_be_changed_and_nothing_else(card, place):
    card.tabs.buttons["one"].focus_force()
    place.update()

    assert tab_round(card, 9) == [
        card.tabs.buttons["two"],
        row(card, "quiet").head,
        *row(card, "choice").buttons.values(),
        row(card, "from").entry,
        card.cancel,
        card.action,
        card.tabs.buttons["one"],
        card.tabs.buttons["two"],
    ]


def test_a_page_with_less_on_it_leaves_every_button_where_it_was(card, place):
    before = [it.winfo_rooty() for it in (*card.tabs.buttons.values(), card.action)]

    card.begin_page("two")
    card.add_switch("loud", "Be loud", "All is heard.", True)
    card.end_page()
    place.update()

    assert [
        it.winfo_rooty() for it in (*card.tabs.buttons.values(), card.action)
    ] == before


def test_clicks_beside_the_card_reach_nothing(place, look, settle):
    pressed = []
    button = tk.Button(place, text="beside", command=lambda: pressed.append("beside"))
    button.place(x=0, y=0)
    settle()
    card = SettingsDialog(place, look, "Settings", "Close", "Reset")
    card.show_pages([("one", "One")])
    card.begin_page("one")
    card.open()
    settle()

    click(button)
    while_open = list(pressed)
    card.close()
    settle()
    click(button)

    assert (while_open, pressed) == ([], ["beside"])


def click(widget):
    for event in ("<Enter>", "<Button-1>", "<ButtonRelease-1>"):
        widget.event_generate(event, x=5, y=5)
    widget.update()


def test_a_long_sentence_at_a_switch_can_be_read_to_its_end(card, place):
    card.show_words("quiet", "Install what is missing, and start it anew. " * 3)
    place.update()

    words = row(card, "quiet")._words
    assert words.winfo_reqwidth() <= words.winfo_width()


def test_many_choices_stand_in_as_many_lines_as_they_need(card, place):
    options = [(str(number), f"Choice {number}") for number in range(9)]
    card.add_choice("many", "Many", "One of nine.", options, "0")
    card.end_page()
    place.update()

    buttons = list(row(card, "many").buttons.values())
    edges = {it.winfo_rootx() + it.winfo_width() for it in buttons}
    assert (
        max(edges) <= row(card, "many").winfo_rootx() + row(card, "many").winfo_width()
    )
    assert buttons[-1].winfo_rooty() > buttons[0].winfo_rooty()


def test_in_a_small_window_with_large_letters_every_page_can_be_read(card, place, look):
    place.geometry("480x400")
    wait_until(place, lambda: place.winfo_height() == 400)
    card.tabs.show([(str(number), f"Further page {number}") for number in range(4)])
    look.zoom(1.5)
    place.update()
    seen = card.tabs.list.winfo_viewable(), card.winfo_height() <= 400
    press(card.action, "Tab")
    first = place.focus_get()
    press(card.tabs.list, "Shift-Tab")
    last = place.focus_get()
    look.zoom(1.0)
    place.update()

    assert seen == (1, True)
    assert (first, last) == (card.tabs.list, card.action)


def test_the_ring_goes_along_to_the_page_that_was_pressed(card, place):
    card.on_page = card.begin_page
    press(card.tabs.current)

    card.tabs.buttons["two"].invoke()
    place.update()

    assert place.focus_get() is card.tabs.current
