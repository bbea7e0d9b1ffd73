"""What ordinary people heard is judged: lost, doubled, out of order."""

import random

import pytest

from torture.people import NICKS, People, p99


@pytest.fixture
def people() -> People:
    """People who have heard two messages, all of them both."""
    people = People(random.Random(1), lambda: 0.0)
    people._spoken.update({"adaa-1": 0.0, "bela-1": 0.0})
    for nick in NICKS:
        people.heard[nick] += ["adaa-1", "bela-1"]
    return people


def test_what_all_heard_once_and_in_one_order_is_right(people: People) -> None:
    assert not people.problems()


def test_what_somebody_did_not_hear_is_told(people: People) -> None:
    people.heard["emil"].pop(0)

    assert "emil did not hear 1, such as adaa-1" in people.problems()


def test_what_somebody_heard_twice_is_told(people: People) -> None:
    people.heard["emil"].append("bela-1")

    assert "emil heard twice 1, such as bela-1" in people.problems()


def test_another_order_is_told(people: People) -> None:
    people.heard["emil"].reverse()

    assert people.problems() == ["emil heard another order than adaa"]


def test_what_is_not_heard_yet_counts_by_its_age(people: People) -> None:
    people._monotonic = lambda: 5.0
    people._spoken["cora-1"] = 2.0
    people.heard["emil"].append("cora-1")

    assert people.ages_of_unheard() == [3.0] * (len(NICKS) - 1)


@pytest.mark.parametrize(("delays", "longest"), [([], 0.0), ([0.25], 250.0)])
def test_of_hardly_any_delays_the_longest_is_told(
    delays: list[float], longest: float
) -> None:
    assert p99(delays) == longest
