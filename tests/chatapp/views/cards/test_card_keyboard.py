"""With a card open nothing is written behind it, and Escape is for the card."""

import tkinter as tk

import pytest

from chatapp.views.cards.card import open_card


@pytest.fixture
def card(main_window, view, settle):
    """Give a card over a chat in whose box one was writing."""
    view.composer.take_focus()
    settle()
    main_window.ask(
        title="Delete it?", text="", yes="Delete", no="Keep it", on_yes=lambda: None
    )
    settle()
    return main_window.dialog


def focus_of(view):
    return view.winfo_toplevel().focus_lastfor()


def test_what_takes_the_keyboard_behind_a_card_does_not_have_it(card, view, settle):
    view.composer.take_focus()
    settle()

    assert focus_of(view) is card.cancel


def test_the_focus_comes_back_to_where_it_was_in_the_card(card, view, settle):
    card.action.focus_set()
    settle()
    view.transcript.text.focus_set()
    settle()

    assert focus_of(view) is card.action


@pytest.mark.parametrize("key", ["<F6>", "<Shift-F6>"])
def test_the_keys_of_the_window_do_not_lead_out_of_a_card(card, view, settle, key):
    card.cancel.event_generate(key)
    settle()

    assert focus_of(view) is card.cancel


def test_words_typed_after_that_stand_nowhere(card, view, settle):
    card.cancel.event_generate("<F6>")
    settle()
    for letter in "word":
        focus_of(view).event_generate(f"<{letter}>")
    settle()

    assert view.composer.text() == ""


@pytest.mark.parametrize("there", ["composer.entry", "transcript.text"])
def test_escape_closes_the_card_wherever_it_is_pressed(card, view, settle, there):
    part, name = there.split(".")
    getattr(getattr(view, part), name).event_generate("<Escape>")
    settle()

    assert not card.winfo_exists()
    assert focus_of(view) is view.composer.entry


def test_tab_from_nowhere_leads_into_the_card(card, view, settle):
    view.winfo_toplevel().event_generate("<Tab>")
    settle()

    assert str(focus_of(view)).startswith(str(card))


def test_without_a_card_escape_is_for_the_page(view, settle):
    view.transcript.text.focus_force()
    settle()

    view.transcript.text.event_generate("<Escape>")
    settle()

    assert focus_of(view) is view.composer.entry


def test_the_focus_goes_back_also_where_the_window_did_not_have_it(
    main_window, view, settle
):
    other = tk.Toplevel(main_window.root)
    view.composer.take_focus()
    settle()
    other.focus_force()
    settle()

    main_window.ask(title="Stop?", text="", yes="Yes", no="No", on_yes=lambda: None)
    settle()
    main_window.dialog.close()
    other.destroy()
    settle()

    assert focus_of(view) is view.composer.entry


def test_escape_in_a_window_that_it_closes_asks_for_no_card(card, view):
    assert open_card(view, ".gone") is None
