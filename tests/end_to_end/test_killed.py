"""Programs are killed while people talk: nothing lost, nothing twice, one order."""

import random
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.end_to_end.server_process import ServerProcess
from tests.support.killable import KillableClient
from tests.support.seeds import chosen_seeds
from tests.support.talker import LOBBY
from tests.support.verdict import problems, stored_texts

NICKS = ("adaa", "kofi", "noor")
KILLS = 15
MOST_MESSAGES = 6
MOST_SECONDS_TO_THE_KILL = 0.3
SECONDS_TO_SETTLE = 60.0
SECONDS_BETWEEN_LOOKS = 0.1


class Siege:
    """A server and its clients, any of which may be killed at any moment."""

    def __init__(self, seed: int, folder: Path, stack: ExitStack) -> None:
        self._chance = random.Random(seed)
        self._count = 0
        self._database = folder / "server" / "data" / "server" / "history.db"
        self._server = stack.enter_context(ServerProcess(folder / "server"))
        self._clients = [
            stack.enter_context(
                closing(KillableClient(folder, self._server.port, nick))
            )
            for nick in NICKS
        ]

    def kill_server(self) -> None:
        """Kill the server at some moment of a talk, and start it again."""
        self._talk()
        self._server.kill()
        self._server.start()

    def kill_client(self) -> None:
        """Kill a client at some moment of a talk, and start it again."""
        self._talk()
        self._chance.choice(self._clients).kill()

    def kill_both(self) -> None:
        """Kill a client that has no server to write to, and start both again."""
        self._talk()
        self._server.kill()
        self.kill_client()
        self._server.start()

    def verdict(self) -> str:
        """Wait until all is quiet, and say what went wrong."""
        deadline = time.monotonic() + SECONDS_TO_SETTLE
        while (found := self._look()) and time.monotonic() < deadline:
            time.sleep(SECONDS_BETWEEN_LOOKS)
        return "\n".join(found)

    def _look(self) -> list[str]:
        answers = [client.ask() for client in self._clients]
        found = problems(
            stored_texts(self._database, LOBBY), [witness for witness, _ in answers]
        )
        found += [
            f"{witness.who} is not at rest: {reason}"
            for witness, reason in answers
            if reason
        ]
        return found

    def _talk(self) -> None:
        for _ in range(self._chance.randint(1, MOST_MESSAGES)):
            client = self._chance.choice(self._clients)
            client.write(f"number {self._count} of {client.nick}")
            self._count += 1
        time.sleep(self._chance.uniform(0, MOST_SECONDS_TO_THE_KILL))


@pytest.mark.parametrize("seed", chosen_seeds(1))
@pytest.mark.parametrize(
    "kill", [Siege.kill_server, Siege.kill_client, Siege.kill_both]
)
def test_a_conversation_survives_what_is_killed(
    kill: Callable[[Siege], None], seed: int, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        siege = Siege(seed, tmp_path, stack)
        for _ in range(KILLS):
            kill(siege)

        found = siege.verdict()

    assert not found, f"seed {seed}\n{found}"
