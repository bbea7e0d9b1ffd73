"""Completing a nick that was begun."""

import pytest

from chatapp.controllers.writing.nick_completion import NickCompletion


@pytest.fixture
def complete(network):
    """Give what completes the nicks of #lobby."""
    return NickCompletion(lambda: network.people("#lobby")).complete


@pytest.mark.parametrize(
    ("text", "completed"),
    [("Ad", "Ada: "), ("hi @ad", "hi Ada "), ("ADAM", "Adam: ")],
)
def test_a_nick_is_completed_from_its_beginning(complete, text, completed) -> None:
    assert complete(text, len(text)) == (completed, len(completed))


def test_what_stands_behind_the_cursor_stays(complete) -> None:
    assert complete("hi Ad, all", 5) == ("hi Ada , all", 7)


@pytest.mark.parametrize("text", ["", "hi ", "zz", "Kofi"])
def test_what_is_nobodys_nick_is_not_completed(complete, text) -> None:
    assert complete(text, len(text)) is None


def test_a_name_is_completed_on_every_line(complete) -> None:
    assert complete("hello\nAd", 8) == ("hello\nAda ", 10)
