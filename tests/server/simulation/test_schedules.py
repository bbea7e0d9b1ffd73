"""Thousands of plays with the server, each of which a seed decides.

`CHATAPP_TEST_SEEDS` chooses others: one (`CHATAPP_TEST_SEEDS=71`) or a range of them
(`CHATAPP_TEST_SEEDS=1000-9000`); see CONTRIBUTING.md.
"""

import os

import pytest

from tests.server.simulation.parts import no_errors
from tests.server.simulation.play import play
from tests.server.simulation.visit import Wrong

SEEDS = os.environ.get("CHATAPP_TEST_SEEDS", "1-200")
SEEDS_IN_A_TEST = 50


def seeds() -> list[range]:
    first, _, last = SEEDS.partition("-")
    every = range(int(first), int(last or first) + 1)
    starts = range(every.start, every.stop, SEEDS_IN_A_TEST)
    return [every[at - every.start :][:SEEDS_IN_A_TEST] for at in starts]


@pytest.mark.parametrize("some", seeds(), ids=lambda some: f"{some[0]}-{some[-1]}")
def test_whatever_happens_nothing_is_lost_said_twice_or_left(some, tmp_path):
    for seed in some:
        folder = tmp_path / str(seed)
        folder.mkdir()
        try:
            with no_errors():
                play(seed, folder)
        except (Wrong, AssertionError) as problem:
            pytest.fail(f"CHATAPP_TEST_SEEDS={seed}: {problem}")
