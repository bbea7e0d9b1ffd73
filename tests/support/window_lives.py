"""Somebody whose window is killed again and again, and what was seen in it."""

import random
import time
from collections.abc import Callable
from pathlib import Path

from tests.support.killable import KillableServer
from tests.support.talker import LOBBY
from tests.support.transcript import shown_lines
from tests.support.verdict import Witness, problems, stored_texts
from tools.window import Window

NICK = "adaa"
MOST_SECONDS_TO_THE_KILL = 0.05


class Person:
    """Somebody whose window is killed again and again, and what was seen in it."""

    def __init__(
        self, sign_in: Callable[[], Window], server: KillableServer, seed: int
    ) -> None:
        self._sign_in = sign_in
        self._server = server
        self._chance = random.Random(seed)
        self.told = Witness(NICK)

    def live(self) -> None:
        """Write with a server and without one, and be killed in the middle of it."""
        window = self._sign_in()
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

    def live_in_a_hurry(self) -> None:
        """Write some messages at once, and be killed in the middle of it."""
        window = self._sign_in()
        for _ in range(self._chance.randint(1, 4)):
            window.write(self._next())
        if self._chance.random() < 1 / 2:
            window.wait_for(self._seen())
        time.sleep(self._chance.uniform(0, MOST_SECONDS_TO_THE_KILL))
        window.kill()

    def look(self, database: Path) -> list[str]:
        """Open the window once more, and say what is wrong with what stands in it."""
        window = self._sign_in()
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
