"""MARKREAD, line by line: https://ircv3.net/specs/extensions/read-marker"""

from datetime import UTC, datetime

import pytest

from chatapp.models.events import RequestRefused
from chatapp.models.session.facts import ReadTold
from chatapp.models.session.read_markers import ask, has_markers, tell
from tests.chatapp.models.session.stage import SessionStage

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture
def owner() -> SessionStage:
    """Somebody with an account, on a server that knows markers."""
    stage = SessionStage().sign_in("draft/read-marker")
    stage.feed(":s 900 noor noor!u@h noor :Hello")
    return stage.forget()


def test_how_far_one_has_read_is_taken_in(owner):
    owner.feed(":s MARKREAD #lobby timestamp=2026-11-26T12:00:00.000Z")

    assert owner.told(ReadTold) == [ReadTold("#lobby", NOON)]


def test_that_nobody_knows_how_far_is_taken_in(owner):
    owner.feed(":s MARKREAD #lobby *")

    assert owner.told(ReadTold) == [ReadTold("#lobby", None)]


@pytest.mark.parametrize("value", ["never", "timestamp=never", "timestamp="])
def test_what_is_no_time_is_not_taken_for_one(owner, value):
    owner.feed(f":s MARKREAD #lobby {value}")

    assert owner.facts == []


def test_it_is_told_with_its_time(owner):
    tell(owner.session, "#lobby", NOON)

    assert owner.sent == ["MARKREAD #lobby timestamp=2026-11-26T12:00:00.000Z"]


def test_it_can_be_asked_for(owner):
    ask(owner.session, "anna")

    assert owner.sent == ["MARKREAD anna"]


def test_a_guest_has_no_other_window_to_tell():
    guest = SessionStage().sign_in("draft/read-marker")

    ask(guest.session, "anna")

    assert not has_markers(guest.session)
    assert guest.sent == []


def test_a_refusal_is_no_trouble_of_the_persons(owner):
    owner.feed("FAIL MARKREAD INTERNAL_ERROR #lobby :No")

    assert owner.told(RequestRefused) == []
