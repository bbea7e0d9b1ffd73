"""Programs are killed while people talk: nothing lost, nothing twice, one order."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.end_to_end.server_process import ServerProcess
from tests.support.seeds import chosen_seeds
from tests.support.siege import Siege

KILLS = 10
SECONDS = 240
"""A siege takes half of it where much else runs, and its verdict may wait a minute."""


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("seed", chosen_seeds(1))
@pytest.mark.parametrize(
    "kill", [Siege.kill_server, Siege.kill_client, Siege.kill_both]
)
def test_a_conversation_survives_what_is_killed(
    kill: Callable[[Siege], None], seed: int, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        server = stack.enter_context(ServerProcess(tmp_path / "server"))
        siege = Siege(seed, server, tmp_path, stack)
        for _ in range(KILLS):
            kill(siege)

        found = siege.verdict()

    assert not found, f"seed {seed}\n{found}"
