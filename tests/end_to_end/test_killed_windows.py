"""Real windows are killed: what was seen in them is sent, once, and seen again."""

import random
import time
from pathlib import Path

import pytest

from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.server_process import ServerProcess
from tests.support.seeds import chosen_seeds
from tests.support.talker import LOBBY
from tests.support.transcript import shown_lines
from tests.support.verdict import Witness, problems, stored_texts

LIVES = 3
MOST_SECONDS_TO_THE_KILL = 0.05


class Person:
    """Somebody whose window is killed again and again, and what was seen in it."""

    def __init__(self, sign_in: OpenWindow, server: ServerProcess, seed: int) -> None:
        self._sign_in = sign_in
        self._server = server
        self._chance = random.Random(seed)
        self.told = Witness("adaa")

    def live(self) -> None:
        """Write with a server and without one, and be killed in the middle of it."""
        window = self._sign_in("adaa")
        window.write(self._next())
        window.wait_for(self._seen())
        self._server.kill()
        window.wait_for("Trying again in")
        window.write(self._next())
        window.wait_for(self._seen())
        window.write(self._next())
        time.sleep(self._chance.uniform(0, MOST_SECONDS_TO_THE_KILL))
        window.kill()
        self._server.start()

    def look(self, database: Path) -> list[str]:
        """Open the window once more, and say what is wrong with what stands in it."""
        window = self._sign_in("adaa")
        window.write(self._next())
        window.wait_for(self._seen())
        shown_lines(window, self.told.shown)
        stored = stored_texts(database, LOBBY)
        self.told.history = shown_lines(window, stored)
        return problems(stored, [self.told])

    def _next(self) -> str:
        text = f"message {len(self.told.written):03}"
        self.told.written.append(text)
        return text

    def _seen(self) -> str:
        self.told.shown.append(self.told.written[-1])
        return self.told.written[-1]


@pytest.mark.parametrize("seed", chosen_seeds(1))
def test_what_was_seen_in_killed_windows_is_sent_once_and_seen_again(
    sign_in: OpenWindow, server: ServerProcess, seed: int, tmp_path: Path
) -> None:
    adaa = Person(sign_in, server, seed)

    for _ in range(LIVES):
        adaa.live()

    database = tmp_path / "server" / "data" / "server" / "history.db"
    assert adaa.look(database) == []
