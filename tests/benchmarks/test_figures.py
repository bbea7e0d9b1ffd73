"""A figure is held against its own bound, or against the peers'."""

import pytest

from benchmarks.figures import BEST_PEER, Figure, Quantity, Target
from benchmarks.goals import at_least, at_most

RATE = Quantity("a second", 0, more_is_better=True)
COST = Quantity("µs", 2, more_is_better=False)
PEERS = frozenset({"slow", "fast"})
VALUES = {"chatapp": 300.0, "slow": 100.0, "fast": 200.0}
RATES = Figure("room", RATE, VALUES, PEERS)
COSTS = Figure("room", COST, VALUES, PEERS)


def test_the_best_peer_is_the_fastest() -> None:
    assert RATES.best_peer() == 200


def test_the_best_peer_is_the_cheapest() -> None:
    assert COSTS.best_peer() == 100


@pytest.mark.parametrize(
    ("target", "measured", "is_met"),
    [
        (Target("chatapp", at_least(1.5), BEST_PEER), 1.5, True),
        (Target("chatapp", at_least(1.6), BEST_PEER), 1.5, False),
        (Target("chatapp", at_least(2), "slow"), 3.0, True),
        (Target("chatapp", at_most(299)), 300.0, False),
        (Target("chatapp", at_least(2), "absent"), None, None),
        (Target("absent", at_least(2), "slow"), None, None),
    ],
)
def test_a_target_is_met_or_not(
    target: Target, measured: float | None, is_met: bool | None
) -> None:
    assert RATES.measured_by(target) == measured
    assert RATES.is_met(target) is is_met


def test_without_peers_there_is_no_best() -> None:
    assert Figure("room", RATE, {"chatapp": 1.0}).best_peer() is None


def test_a_target_says_what_it_asks() -> None:
    target = Target("chatapp", at_least(1.5), BEST_PEER)

    assert str(target) == "chatapp: at least 1.5 × the best peer"
