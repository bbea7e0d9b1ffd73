"""Whatever the network does: nothing lost, nothing twice, one order for all."""

from collections.abc import Sequence
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.support.conversation import TroubledConversation
from tests.support.main_loop import MainLoop
from tests.support.seeds import chosen_seeds, in_groups, name_of

SPEED = 20.0
AT_ONCE = 10
SECONDS_TO_SETTLE = 90.0


@pytest.mark.parametrize("seeds", in_groups(chosen_seeds(20), AT_ONCE), ids=name_of)
def test_conversations_survive_their_networks(
    seeds: Sequence[int], tmp_path: Path
) -> None:
    with closing(MainLoop(SPEED)) as loop, ExitStack() as stack:
        talks = [
            TroubledConversation(seed, loop, tmp_path / str(seed), stack)
            for seed in seeds
        ]
        loop.run_until(
            lambda: not [talk for talk in talks if not talk.is_settled()],
            SECONDS_TO_SETTLE,
        )

        found = [problem for talk in talks for problem in talk.problems()]
        assert not found, "\n".join(found)
