"""Single figures stand in a table, beside what they should be."""

from benchmarks.goals import at_least, at_most, under
from benchmarks.table import Row, render


def test_a_figure_stands_beside_its_goal() -> None:
    rows = [Row("start", 950.0, "ms", at_most(1_000)), Row("memory", 80.25, "MB")]

    assert render(rows).splitlines() == [
        "|  | measured | to reach |  |",
        "| --- | --- | --- | --- |",
        "| start | 950.0 ms | at most 1,000 | met |",
        "| memory | 80.2 MB |  |  |",
    ]


def test_a_bound_is_reached_or_not() -> None:
    assert at_least(2).is_met_by(2)
    assert at_most(2).is_met_by(2)
    assert not under(2).is_met_by(2)
