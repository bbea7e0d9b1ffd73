from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire.timestamps import (
    LATEST,
    milliseconds,
    parse_seconds,
    parse_time,
    render_time,
)

LAST_MILLISECOND = milliseconds(LATEST)


@given(st.integers(min_value=0, max_value=LAST_MILLISECOND))
def test_a_time_that_was_written_is_read_as_the_same(moment):
    assert milliseconds(parse_time(render_time(moment))) == moment


@given(st.integers(min_value=0, max_value=LAST_MILLISECOND))
def test_times_sort_as_their_texts(moment):
    assert render_time(moment - 1) < render_time(moment)


@given(st.text() | st.from_regex(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"))
def test_any_text_is_a_time_or_a_value_error(text):
    with suppress(ValueError):
        assert parse_time(text).tzinfo is UTC


def test_a_time_has_milliseconds_and_ends_in_z():
    moment = datetime(2026, 11, 22, 17, 3, 11, 123999, tzinfo=UTC)

    assert render_time(moment) == "2026-11-22T17:03:11.123Z"


def test_a_time_of_another_zone_is_written_in_utc():
    moment = datetime(2026, 11, 22, 1, 0, tzinfo=timezone(timedelta(hours=2)))

    assert render_time(moment) == "2026-11-21T23:00:00.000Z"


def test_a_time_without_a_zone_is_an_error():
    with pytest.raises(ValueError, match="time zone"):
        render_time(datetime(2026, 11, 22))  # noqa: DTZ001 - what is tested


@pytest.mark.parametrize(
    ("text", "microsecond"),
    [
        ("2026-11-22T17:03:11Z", 0),
        ("2026-11-22T17:03:11.5Z", 500000),
        ("2026-11-22T17:03:11.123456789Z", 123456),
    ],
)
def test_the_fraction_may_be_shorter_or_longer(text, microsecond):
    expected = datetime(2026, 11, 22, 17, 3, 11, microsecond, tzinfo=UTC)

    assert parse_time(text) == expected


def test_seconds_since_1970_are_read():
    assert parse_seconds("1700000000") == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "-1", "1.5", "²", " 1", "32503680000", "9" * 99])
def test_what_are_no_seconds_that_every_system_can_show_is_a_value_error(text):
    with pytest.raises(ValueError, match="is"):
        parse_seconds(text)


def test_a_leap_second_is_read():
    # The example of https://ircv3.net/specs/extensions/server-time
    moment = parse_time("2012-06-30T23:59:60.419Z")

    assert moment == datetime(2012, 7, 1, 0, 0, 0, 419000, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "2026-11-22",
        "2026-11-22T17:03:11",
        "2026-11-22T17:03:11+02:00",
        "2026-11-22 17:03:11Z",
        "2026-13-22T17:03:11Z",
        "2026-02-30T17:03:11Z",
        "2026-11-22T24:03:11Z",
        "2026-11-22T17:03:61Z",
        "0000-11-22T17:03:11Z",
        "0001-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999Z",
        "3000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "9999-12-31T23:59:60Z",
        "2026-11-22T17:03:11.123Z\n",
        "\u0662026-11-22T17:03:11Z",
    ],
)
def test_what_is_no_time_is_a_value_error(text):
    with pytest.raises(ValueError, match=r".+"):
        parse_time(text)
