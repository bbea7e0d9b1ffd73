"""Every ordeal for its share of 40 seconds, with a seed that is new each time.

`CHATAPP_TEST_SEEDS` plays a seed again, or some: see "Schedules" in CONTRIBUTING.md.
"""

import os
import secrets
import sys

import pytest

from tests.support.seeds import VARIABLE, chosen_seeds
from torture.__main__ import SEEDS
from torture.ordeals import ORDEALS, Ordeal, seconds_of
from torture.stage import play

SECONDS = 40.0
NEW = -1

# What is not asked for is drawn in the test: all workers have to see the same tests.
CHOSEN = chosen_seeds(1) if os.environ.get(VARIABLE) else [NEW]


@pytest.mark.parametrize("ordeal", ORDEALS, ids=lambda each: each.name)
@pytest.mark.parametrize("chosen", CHOSEN)
def test_nothing_is_lost(ordeal: Ordeal, chosen: int) -> None:
    seed = secrets.randbelow(SEEDS) if chosen == NEW else chosen

    outcome = play(ordeal, seed, seconds_of(ordeal, ORDEALS, SECONDS))

    assert not outcome.problem, outcome.problem
    # Elsewhere there are no virtual screens, and the windows are not played.
    assert outcome.did or sys.platform != "linux", outcome.not_played
