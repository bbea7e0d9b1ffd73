"""Measurements are chosen by name or by group."""

import pytest

from benchmarks.measurements import GROUPS, UnknownMeasurement, chosen


def test_all_are_chosen_where_none_is_named() -> None:
    assert set(chosen([])) == {*GROUPS["server"], *GROUPS["window"]}


def test_a_group_stands_for_its_measurements() -> None:
    assert set(chosen(["window", "pairs"])) == {*GROUPS["window"], "pairs"}


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(UnknownMeasurement, match="weather"):
        chosen(["weather"])
