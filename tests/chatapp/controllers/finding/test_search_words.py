"""What is typed to search by is read kindly."""

from datetime import datetime

import pytest

from chatapp.controllers.finding import search_wording as wording
from chatapp.controllers.finding.search_words import InvalidSearch, SearchWords
from chatapp.models.entities import Search

NOW = datetime(2026, 11, 20, 15, 30).astimezone()


def day(year: int, month: int, number: int) -> datetime:
    return datetime(year, month, number).astimezone()


@pytest.fixture
def words(network) -> SearchWords:
    return SearchWords(network, lambda: NOW)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("tea  pot", Search("tea pot", room="#open")),
        ("from:Ada tea", Search("tea", "Ada", "#open")),
        ("FROM:@Ada", Search("", "Ada", "#open")),
        ("from:me", Search("", "Kofi", "#open")),
        ("in:#other tea", Search("tea", room="#other")),
        ("in:lobby tea", Search("tea", room="#lobby")),
        ("in:Ada tea", Search("tea", room="Ada")),
        ("before:2026-11-01", Search(room="#open", before=day(2026, 11, 1))),
        ("after:2026-10-31", Search(room="#open", after=day(2026, 11, 1))),
        ("before:today", Search(room="#open", before=day(2026, 11, 20))),
        ("after:yesterday", Search(room="#open", after=day(2026, 11, 20))),
        ("has:link", Search(room="#open", has_link=True)),
        (
            "https://a.b/c 10:30 note:",
            Search("https://a.b/c 10:30 note:", room="#open"),
        ),
    ],
)
def test_words_and_filters_are_told_apart(words, text: str, wanted: Search) -> None:
    assert words.read(text, "#open") == wanted


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("from:", "Say whose messages you mean, such as from:maria."),
        ("in:", "Say which room you mean, such as in:#lobby."),
        ("has:cake", "Only has:link is known: it finds messages with a link."),
        ("form:ada", "There is no form: to search by. Did you mean from:?"),
        (
            "before:soon",
            wording.NO_DAY.format(text="soon", name="before"),
        ),
    ],
)
def test_a_wrong_filter_gets_a_kind_sentence(words, text: str, sentence: str) -> None:
    with pytest.raises(InvalidSearch) as refused:
        words.read(text, "")

    assert str(refused.value) == sentence


@pytest.mark.parametrize("text", ["before:0001-01-01", "after:9999-12-31"])
def test_days_at_the_calendars_ends_are_no_days(words, text: str) -> None:
    with pytest.raises(InvalidSearch):
        words.read(text, "")
