"""Real programs that are killed while people talk, and the verdict on what is left."""

import random
import time
from contextlib import ExitStack, closing
from pathlib import Path

from tests.support.killable import KillableClient, KillableServer
from tests.support.talker import LOBBY
from tests.support.verdict import kept_messages, problems, stored_texts

NICKS = ("adaa", "kofi", "noor")
MOST_MESSAGES = 6
MOST_SECONDS_TO_THE_KILL = 0.3
SECONDS_TO_SETTLE = 60.0
SECONDS_BETWEEN_LOOKS = 0.1


class Siege:
    """A server and its clients, any of which may be killed at any moment."""

    def __init__(
        self, seed: int, server: KillableServer, folder: Path, stack: ExitStack
    ) -> None:
        """Start the clients.

        Args:
            seed: decides what is said, and when something is killed.
            server: runs, and keeps what it has in the folder.
            folder: is where clients keep what they have, too.
            stack: ends them.
        """
        self._chance = random.Random(seed)
        self.count = 0
        self._database = folder / "server" / "data" / "server" / "history.db"
        self._server = server
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
        return "\n".join(found and [*found, *self._evidence()])

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

    def _evidence(self) -> list[str]:
        """Tell what is on the disks at the end, to find where a message has gone."""
        stored = stored_texts(self._database, LOBBY)
        evidence = [f"The server has {len(stored)}, at last {stored[-3:]}"]
        for client in self._clients:
            kept = kept_messages(client.database)
            evidence += [f"{client.nick} has on the disk: {each}" for each in kept]
        return evidence

    def _talk(self) -> None:
        for _ in range(self._chance.randint(1, MOST_MESSAGES)):
            client = self._chance.choice(self._clients)
            client.write(f"number {self.count} of {client.nick}")
            self.count += 1
        time.sleep(self._chance.uniform(0, MOST_SECONDS_TO_THE_KILL))
