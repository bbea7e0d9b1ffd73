"""Real windows are killed: what was seen in them is sent, once, and seen again."""

from functools import partial
from pathlib import Path

import pytest

from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.server_process import ServerProcess
from tests.support.seeds import chosen_seeds
from tests.support.window_lives import NICK, Person

LIVES = 3


@pytest.mark.parametrize("seed", chosen_seeds(1))
def test_what_was_seen_in_killed_windows_is_sent_once_and_seen_again(
    sign_in: OpenWindow, server: ServerProcess, seed: int, tmp_path: Path
) -> None:
    adaa = Person(partial(sign_in, NICK), server, seed)

    for _ in range(LIVES):
        adaa.live()

    database = tmp_path / "server" / "data" / "server" / "history.db"
    assert adaa.look(database) == []
