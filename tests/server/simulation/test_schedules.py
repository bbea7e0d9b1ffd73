"""Thousands of plays with the server, each of which a seed decides.

`CHATAPP_TEST_SEEDS` chooses others: one (`CHATAPP_TEST_SEEDS=71`) or a range of them
(`CHATAPP_TEST_SEEDS=1000-9000`); see CONTRIBUTING.md.
"""

import logging
import os

import pytest

from tests.server.simulation.parts import NoErrors
from tests.server.simulation.play import play
from tests.server.simulation.visit import Wrong

SEEDS = os.environ.get("CHATAPP_TEST_SEEDS", "1-200")
SEEDS_IN_A_TEST = 50


def seeds() -> list[range]:
    first, _, last = SEEDS.partition("-")
    every = range(int(first), int(last or first) + 1)
    starts = range(every.start, every.stop, SEEDS_IN_A_TEST)
    return [every[at - every.start :][:SEEDS_IN_A_TEST] for at in starts]


@pytest.fixture
def no_errors():
    log = logging.getLogger("server")
    handler = NoErrors()
    log.addHandler(handler)
    propagates, log.propagate = log.propagate, False
    yield
    log.propagate = propagates
    log.removeHandler(handler)


@pytest.mark.usefixtures("no_errors")
@pytest.mark.parametrize("some", seeds(), ids=lambda some: f"{some[0]}-{some[-1]}")
def test_whatever_happens_nothing_is_lost_said_twice_or_left(some, tmp_path):
    for seed in some:
        folder = tmp_path / str(seed)
        folder.mkdir()
        try:
            play(seed, folder)
        except (Wrong, AssertionError) as problem:
            pytest.fail(f"CHATAPP_TEST_SEEDS={seed}: {problem}")
