"""The client as a whole, in thousands of schedules: nothing lost, nothing twice."""

from collections.abc import Sequence

import pytest

from tests.chatapp.simulation.play import Play
from tests.support.seeds import chosen_seeds, in_groups, name_of


@pytest.mark.parametrize("seeds", in_groups(chosen_seeds(1_000), 25), ids=name_of)
def test_a_conversation_survives_every_schedule(seeds: Sequence[int]) -> None:
    found = [f"seed {seed}: {each}" for seed in seeds for each in Play(seed).run()]

    assert not found, "\n".join(found)
