"""Whose turn it is, among all who say that they are the server."""

import pytest

from chatapp.models.connection.rounds import MOST_OTHERS, MOST_REMEMBERED, Rounds

HOME = ("192.168.1.20", 6667)


@pytest.fixture
def rounds() -> Rounds:
    return Rounds()


def test_of_each_computer_the_newest_place_comes_first(rounds):
    places = [("192.168.1.1", 1), ("192.168.1.1", 2), ("192.168.1.2", 1)]

    assert rounds.hear(places) == [places[1], places[2], places[0]]


def test_a_round_has_an_end_and_the_next_one_tries_others(rounds):
    rounds.hear([(f"192.168.1.{number}", 1) for number in range(1, 20)])

    first = [rounds.next(HOME, []) for _ in range(MOST_OTHERS + 1)]
    rounds.begin()

    assert first[-1] is None
    assert rounds.next(HOME, []) == (f"192.168.1.{MOST_OTHERS + 1}", 1)


def test_where_it_was_met_is_tried_as_well_and_nothing_twice_in_a_round(rounds):
    met = [HOME, ("10.0.0.9", 7000)]

    assert [rounds.next(HOME, met) for _ in range(2)] == [met[1], None]


def test_where_somebody_else_is_nobody_goes_again(rounds):
    place = ("192.168.1.1", 1)
    rounds.avoid(place)

    assert rounds.hear([place]) == []
    assert rounds.next(HOME, []) is None


def test_of_places_to_avoid_so_many_are_remembered(rounds):
    places = [("192.168.1.1", port) for port in range(MOST_REMEMBERED + 5)]
    for place in places:
        rounds.avoid(place)

    assert len(rounds.hear(places)) == 5
