"""Which messages call one, and when one is not to be disturbed."""

from datetime import datetime, time, timedelta

import pytest

from chatapp.controllers.notifying.calls import is_between, is_call, is_quiet
from chatapp.models.entities import Attention, MessageKind, Room, RoomKind
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.settings import Settings
from tests.chatapp.controllers.fakes import NOON, message

LOBBY = RoomKind.CHANNEL
DIRECT = RoomKind.DIRECT


@pytest.mark.parametrize(
    ("kind", "attention", "mentions_me", "calls"),
    [
        (LOBBY, Attention.ALL, False, True),
        (LOBBY, Attention.ALL, True, True),
        (LOBBY, Attention.MENTIONS, False, False),
        (LOBBY, Attention.MENTIONS, True, True),
        (LOBBY, Attention.NOTHING, True, False),
        (DIRECT, Attention.ALL, False, True),
        (DIRECT, Attention.MENTIONS, False, True),
        (DIRECT, Attention.NOTHING, False, False),
    ],
)
def test_a_room_calls_as_it_was_chosen(kind, attention, mentions_me, calls):
    room = Room("a room", kind, attention=attention)

    assert is_call(room, message("a", mentions_me=mentions_me), NOON) is calls


@pytest.mark.parametrize(
    "about",
    [
        {"mine": True},
        {"kind": MessageKind.CHANGE},
        {"kind": MessageKind.LOCAL},
        {"time": NOON - timedelta(minutes=6)},
    ],
)
def test_what_is_no_news_of_others_does_not_call(about):
    assert not is_call(Room("#lobby", LOBBY), message("a", **about), NOON)


@pytest.mark.parametrize(
    ("moment", "begin", "end", "lies_between"),
    [
        ("12:00", "08:00", "17:00", True),
        ("17:00", "08:00", "17:00", False),
        ("08:00", "08:00", "17:00", True),
        ("23:30", "22:00", "07:00", True),
        ("06:59", "22:00", "07:00", True),
        ("07:00", "22:00", "07:00", False),
        ("12:00", "22:00", "07:00", False),
        ("12:00", "09:00", "09:00", False),
    ],
)
def test_hours_may_reach_over_midnight(moment, begin, end, lies_between):
    times = (time.fromisoformat(each) for each in (moment, begin, end))

    assert is_between(*times) is lies_between


@pytest.fixture
def settings(tmp_path):
    return Settings.load(tmp_path)


@pytest.fixture
def night():
    return datetime(2026, 11, 22, 23, 0).astimezone()


def test_usually_one_may_be_disturbed(settings, night):
    assert not is_quiet(settings, night)


def test_the_switch_holds_at_any_time(settings):
    settings.change(table.QUIET, True)

    assert is_quiet(settings, NOON)


def test_quiet_hours_hold_between_their_times(settings, night):
    settings.change(table.QUIET_HOURS, True)

    assert is_quiet(settings, night)
    assert not is_quiet(settings, night.replace(hour=12))
