from dataclasses import replace
from datetime import date, timedelta

import pytest

from chatapp.models.entities import Change, Delivery, MessageKind
from chatapp.views.transcript.layout import Layout, arrange, day_title
from tests.chatapp.views.messages import MORNING, message

TODAY = date(2026, 11, 21)


def after(before, current, unread=False) -> Layout:
    return arrange(before, current, unread, TODAY)


def test_the_first_message_has_its_day_and_its_sender_above_it():
    layout = after(None, message(0))

    assert layout == Layout(day="Friday 20 November", head=True)


def test_one_who_goes_on_talking_is_not_named_again():
    assert after(message(0), message(1)) == Layout()


def test_what_was_not_sent_is_set_apart_where_it_stands_below_what_came_later():
    failed = replace(message(0), delivery=Delivery.FAILED)

    assert after(message(5), failed) == Layout(head=True, unsent=True)
    assert not after(message(0), replace(failed, time=message(1).time)).unsent


def test_another_sender_is_named():
    assert after(message(0), message(1, sender="Kofi")).head


def test_after_five_minutes_one_is_named_again():
    assert after(message(0), message(5)).head


def test_after_a_change_one_is_named_again():
    change = message(0, kind=MessageKind.CHANGE, change=Change.JOINED)

    assert after(change, message(1)).head


def test_a_notice_and_a_message_are_two_groups():
    assert after(message(0, kind=MessageKind.NOTICE), message(1)).head


@pytest.mark.parametrize("kind", [MessageKind.CHANGE, MessageKind.ACTION])
def test_what_names_its_person_itself_has_no_head(kind):
    assert not after(message(0, sender="Kofi"), message(1, kind=kind)).head


def test_a_new_day_is_announced():
    tomorrow = message(1, time=MORNING + timedelta(days=1))

    assert after(message(0), tomorrow) == Layout(day="Saturday 21 November", head=True)


def test_the_line_of_the_new_begins_a_group():
    assert after(message(0), message(1), unread=True) == Layout(unread=True, head=True)


def test_a_day_of_another_year_says_which():
    assert day_title(date(2025, 1, 2), TODAY) == "Thursday 2 January 2025"
