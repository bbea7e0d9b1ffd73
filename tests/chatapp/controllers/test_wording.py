"""Sentences about what happens, as people read them."""

import pytest

from chatapp.controllers.servers.server_wording import duration
from chatapp.controllers.sign_in.sign_in_wording import CONNECTION_PROBLEMS, describe
from chatapp.models.events import Problem


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "a moment"),
        (2, "2 seconds"),
        (59.9, "59 seconds"),
        (60, "1 minute"),
        (7199, "1 hour"),
        (86_400 * 3, "3 days"),
    ],
)
def test_a_duration_is_told_as_people_say_it(seconds, words):
    assert duration(seconds) == words


@pytest.mark.parametrize("problem", Problem)
def test_every_problem_of_a_connection_has_its_words(problem):
    assert problem in CONNECTION_PROBLEMS
    assert describe(problem, "chat.example", 6667, "noor", "").endswith(".")


def test_a_name_that_no_computer_has_is_told_as_it_was_typed():
    told = describe(Problem.UNKNOWN_HOST, "xn--zo-ija", 6667, "noor", "")

    assert told.startswith("No computer is known by the name zoë.")
