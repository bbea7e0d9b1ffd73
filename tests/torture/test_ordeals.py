"""The table of ordeals: which are played, and for how long."""

import pytest

from torture.__main__ import SECONDS
from torture.ordeals import ORDEALS, Ordeal, chosen, seconds_of


def nothing(_play: object) -> str:
    return "Nothing."


def test_what_is_asked_for_is_played() -> None:
    first = ORDEALS[0]

    assert chosen([first.name]) == [first]


def test_what_is_played_by_name_only_is_left_out_otherwise() -> None:
    assert not any(each.by_name_only for each in chosen([]))
    assert chosen([])


def test_what_is_left_out_is_not_played() -> None:
    first, second, *_ = ORDEALS

    assert first not in chosen([], [first.name])
    assert chosen([first.name, second.name], [first.name]) == [second]


def test_the_time_is_parted_by_shares() -> None:
    short, long = Ordeal("short", nothing, 1), Ordeal("long", nothing, 3)

    assert seconds_of(long, [short, long], 60) == pytest.approx(45)


def test_one_alone_has_all_of_the_time_exactly() -> None:
    assert all(seconds_of(each, [each], 24.6) == 24.6 for each in ORDEALS)


@pytest.mark.parametrize("ordeal", chosen([]), ids=lambda each: each.name)
def test_unless_told_otherwise_each_is_played_in_its_full_form(ordeal: Ordeal) -> None:
    assert seconds_of(ordeal, chosen([]), SECONDS) >= ordeal.full


def test_servers_are_killed_for_a_quarter_of_the_time() -> None:
    [killed] = chosen(["killed-server"])

    assert seconds_of(killed, chosen([]), SECONDS) >= 150


def test_no_two_ordeals_have_one_name() -> None:
    assert len({each.name for each in ORDEALS}) == len(ORDEALS)
