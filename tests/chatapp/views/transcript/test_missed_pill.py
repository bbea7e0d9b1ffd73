"""The pill at the top leads up to the NEW line, and goes once one has been there."""

import pytest

from tests.chatapp.views.messages import MORNING, messages
from tests.chatapp.views.transcript_stage import label_text, shown


@pytest.fixture
def full(transcript, settle):
    """Give a transcript at its end, with a NEW line far above."""
    transcript.show_unread_line(None)
    transcript.show_unread_line("20")
    transcript.splice(0, 0, messages(120))
    transcript.scroll_to_end()
    settle()
    return transcript


@pytest.fixture
def pill(full):
    return full.missed


def offer(full, settle) -> None:
    full.show_missed(100, MORNING)
    settle()


def test_it_tells_how_much_is_new_and_since_when(full, pill, settle):
    offer(full, settle)

    assert pill._frame.winfo_ismapped()
    assert label_text(pill._button) == " 100 new since 20 November, 09:00"


def test_it_keeps_nobody_from_coming_to_the_messages_by_tab(full, pill, settle):
    offer(full, settle)

    stations = [button.tk_focusNext() for button in (full, full.text)]

    assert not {pill._button, pill._close} & set(stations)
    assert full.text.tk_focusPrev() not in (pill._button, pill._close)


def test_it_asks_to_be_led_up(full, pill, settle):
    asked = []
    full.on_catch_up = lambda: asked.append("led")
    offer(full, settle)

    pill._button.invoke()
    full.catch_up()

    assert asked == ["led", "led"]


def test_it_goes_once_the_line_is_in_sight(full, pill, settle):
    offer(full, settle)

    full.show_from("20")
    settle()

    assert "NEW" in shown(full)
    assert full.rows.at("@0,0").message.key == "20"
    assert not pill._frame.winfo_ismapped()


def test_who_leads_himself_up_needs_it_no_more(full, pill, settle):
    offer(full, settle)

    full.text.yview_moveto(0.0)
    settle()
    full.scroll_to_end()
    offer(full, settle)

    assert not pill._frame.winfo_ismapped()


def test_it_can_be_waved_away_until_something_else_is_new(full, pill, settle):
    offer(full, settle)

    pill._close.invoke()
    offer(full, settle)
    waved_away = not pill._frame.winfo_ismapped()
    full.show_unread_line("30")
    offer(full, settle)

    assert waved_away
    assert pill._frame.winfo_ismapped()


def test_where_one_sees_the_line_there_is_no_pill(full, pill, settle):
    full.show_unread_line("119")

    full.show_missed(1, MORNING)
    settle()

    assert not pill._frame.winfo_ismapped()


def test_nothing_asks_to_be_led_where_nothing_is_new(full, settle):
    asked = []
    full.on_catch_up = lambda: asked.append("led")

    full.show_missed(0, None)
    full.catch_up()

    assert asked == []
