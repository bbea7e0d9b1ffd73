"""Every ordeal for its share of 40 seconds, with the same seed each time.

`CHATAPP_TEST_SEEDS` plays others: see "Schedules" in CONTRIBUTING.md.
"""

import sys

import pytest

from tests.support.seeds import chosen_seeds
from torture.ordeals import ORDEALS, Ordeal, seconds_of
from torture.stage import play

SECONDS = 40.0


@pytest.mark.parametrize("ordeal", ORDEALS, ids=lambda each: each.name)
@pytest.mark.parametrize("seed", chosen_seeds(1))
def test_nothing_is_lost(ordeal: Ordeal, seed: int) -> None:
    outcome = play(ordeal, seed, seconds_of(ordeal, ORDEALS, SECONDS))

    assert not outcome.problem, outcome.problem
    # Elsewhere there are no virtual screens, and the windows are not played.
    assert outcome.did or sys.platform != "linux", outcome.not_played
