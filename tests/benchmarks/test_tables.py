"""Figures of programs stand in tables, with what was to be reached."""

from benchmarks.figures import BEST_PEER, Figure, Quantity, Target
from benchmarks.goals import at_least
from benchmarks.tables import render_figures, render_side_by_side

RATE = Quantity("a second", 0, more_is_better=True)
PEERS = frozenset({"ngircd"})
TARGET = Target("chatapp", at_least(2), BEST_PEER)


def test_each_load_is_a_line_with_multiples_of_the_best_peer() -> None:
    room = Figure("room", RATE, {"chatapp": 3000.0, "ngircd": 2000.0}, PEERS)
    pairs = Figure("pairs", RATE, {"ngircd": 10.0}, PEERS)

    assert render_figures([room, pairs]).splitlines() == [
        "| a second | chatapp | ngircd |",
        "| --- | --- | --- |",
        "| room | 3,000 (1.50) | 2,000 |",
        "| pairs | – | 10 |",
    ]


def test_quantities_of_all_kinds_stand_in_one_table() -> None:
    start = Figure("start", Quantity("ms", 0, more_is_better=False), {"chatapp": 300.0})
    room = Figure("room", RATE, {"chatapp": 3000.0, "ngircd": 2000.0}, PEERS)

    assert render_side_by_side([start, room]).splitlines() == [
        "|  | chatapp | ngircd |",
        "| --- | --- | --- |",
        "| start, ms | 300 | – |",
        "| room, a second | 3,000 (1.50) | 2,000 |",
    ]


def test_targets_are_told_with_their_verdict() -> None:
    values = {"chatapp": 3000.0, "ngircd": 2000.0}

    text = render_figures([Figure("room", RATE, values, PEERS, (TARGET,))])

    assert text.endswith(
        "| room, a second | chatapp: at least 2 × the best peer | 1.50 | **not met** |"
    )


def test_a_target_without_a_peer_was_not_measured() -> None:
    text = render_figures([Figure("room", RATE, {"chatapp": 3.0}, targets=(TARGET,))])

    assert text.endswith("| – | not measured |")
