"""A seeded conversation: people who talk through bad networks until all is quiet."""

import random
from collections.abc import Callable
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path

from tests.server.running import RunningServer, settings_for_tests
from tests.support.headless import HeadlessClient
from tests.support.main_loop import MainLoop
from tests.support.mischief import fates
from tests.support.proxy import Proxy
from tests.support.talker import LOBBY
from tests.support.verdict import problems, stored_texts

NICKS = ("adaa", "kofi", "noor")
MESSAGES = 30
MOST_BAD_CONNECTIONS = 5
SECONDS_OF_TALK = 20.0
PAGE_LENGTHS = (3, 10, 100)


class TroubledConversation:
    """One server and some people; the seed decides what is said and what goes wrong."""

    def __init__(
        self, seed: int, loop: MainLoop, folder: Path, stack: ExitStack
    ) -> None:
        """Begin.

        Args:
            seed: decides everything but the moment in which threads get their turn.
            loop: the clients' main loop, which others may use as well.
            folder: for this conversation alone.
            stack: ends what is begun here.
        """
        self.seed = seed
        self._chance = random.Random(seed)
        self._loop = loop
        self._folder = folder
        folder.mkdir()
        self._settings = settings_for_tests(
            timeouts={"ping": 1, "registration": 2},
            history={"page_length": self._chance.choice(PAGE_LENGTHS)},
        )
        self._server = RunningServer(folder, self._settings)
        stack.callback(lambda: self._server.stop())  # noqa: PLW0108 - a restart changes it
        self._clients = [self._client(nick, stack) for nick in NICKS]
        for number in range(MESSAGES):
            client = self._chance.choice(self._clients)
            text = f"number {number} of {client.nick}"
            self._later(SECONDS_OF_TALK, partial(client.write, text))
        if self._chance.random() < 1 / 3:
            self._later(SECONDS_OF_TALK, self._restart)

    def is_settled(self) -> bool:
        """Tell whether everybody has everything; ask for what is still missing."""
        for client in self._clients:
            client.scroll_up()
        return not self._unsettled()

    def problems(self) -> list[str]:
        """Say what went wrong."""
        stored = stored_texts(self._server.path, LOBBY)
        found = problems(stored, [client.witness() for client in self._clients])
        return [f"seed {self.seed}: {each}" for each in found + self._unsettled()]

    def _unsettled(self) -> list[str]:
        reasons = []
        failed = sum(len(client.failed()) for client in self._clients)
        for client in self._clients:
            count = len(client.texts()) + failed
            reason = client.unsettled()
            if count != MESSAGES:
                reason = reason or f"has {count} of {MESSAGES} messages"
            if reason:
                reasons.append(f"{client.nick} is not at rest: {reason}")
        return reasons

    def _client(self, nick: str, stack: ExitStack) -> HeadlessClient:
        bad = self._chance.randint(0, MOST_BAD_CONNECTIONS)
        drawn = fates(f"{self.seed} {nick}", bad)
        proxy = stack.enter_context(Proxy(self._server.server.port, drawn))
        client = HeadlessClient(self._loop, self._folder, proxy.port, nick)
        return stack.enter_context(closing(client))

    def _later(self, most: float, callback: Callable[[], None]) -> None:
        self._loop.call_later(self._chance.uniform(0, most), callback)

    def _restart(self) -> None:
        port = self._server.server.port
        self._server.stop()
        settings = settings_for_tests(
            server={"port": port},
            timeouts={"ping": 1, "registration": 2},
            history={"page_length": self._settings.history.page_length},
        )
        self._server = RunningServer(self._folder, settings)
