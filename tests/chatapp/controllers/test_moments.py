"""Moments are told as shortly as one can still tell which they are."""

from datetime import datetime, timedelta

import pytest

from chatapp.controllers.moments import Moments

NOW = datetime(2026, 11, 20, 15, 30).astimezone()


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (NOW - timedelta(hours=1), "14:30"),
        (NOW - timedelta(days=1), "Yesterday 15:30"),
        (NOW - timedelta(days=20), "31 Oct 15:30"),
        (NOW - timedelta(days=365), "20 Nov 2025 15:30"),
    ],
)
def test_the_day_is_told_where_it_is_not_today(moment: datetime, words: str) -> None:
    assert Moments(lambda: NOW, lambda: "%H:%M").say(moment) == words


def test_without_times_the_day_is_told_alone() -> None:
    assert Moments(lambda: NOW, lambda: "").say(NOW - timedelta(days=1)) == "Yesterday"
