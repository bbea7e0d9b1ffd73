"""Seeds can be chosen: one that failed, or many for a night."""

import pytest

from tests.support.seeds import VARIABLE, chosen_seeds, in_groups, name_of


def test_some_seeds_are_played_when_none_are_asked_for() -> None:
    assert list(chosen_seeds(3, "")) == [0, 1, 2]


def test_one_seed_is_asked_for_by_its_number() -> None:
    assert list(chosen_seeds(3, "17")) == [17]


def test_many_seeds_are_asked_for_by_the_first_and_the_last() -> None:
    assert list(chosen_seeds(3, "100-103")) == [100, 101, 102, 103]


def test_the_environment_asks_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "5-6")

    assert list(chosen_seeds(3)) == [5, 6]


def test_groups_hold_every_seed_once_and_their_names_choose_them() -> None:
    groups = in_groups(range(7), 3)

    assert [list(group) for group in groups] == [[0, 1, 2], [3, 4, 5], [6]]
    assert [seed for group in groups for seed in chosen_seeds(0, name_of(group))] == [
        *range(7)
    ]
