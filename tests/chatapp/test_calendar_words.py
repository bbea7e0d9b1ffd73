"""Days as people say them; that there are other languages is tested elsewhere."""

from datetime import date

from chatapp.calendar_words import as_title, write_weekday


def test_a_day_is_told_with_its_name() -> None:
    assert write_weekday(date(2026, 11, 28)) == "Saturday 28 November"


def test_a_title_begins_with_a_capital_in_every_language() -> None:
    assert as_title("samedi 28 novembre") == "Samedi 28 novembre"
    assert as_title("") == ""
