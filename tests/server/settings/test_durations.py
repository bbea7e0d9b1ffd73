import pytest

from server.settings.durations import parse_duration, render_duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("90", 5400), ("30s", 30), ("1d12h", 129_600), ("2W", 1_209_600), ("0", 0)],
)
def test_a_duration_is_read(text, seconds):
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "x", "1x", "bert!*@*", "1.5h", "٣h", "h"])
def test_what_is_no_duration_is_none(text):
    assert parse_duration(text) is None


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0s"), (5400, "1h30m"), (90_061, "1d1h"), (60, "1m")]
)
def test_a_duration_is_written_with_its_two_largest_units(seconds, text):
    assert render_duration(seconds) == text
