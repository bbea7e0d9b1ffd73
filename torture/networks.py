"""Networks that delay, trickle, cut, reset, swallow: nothing lost, one order for all.

The clients are the window's own, without the window; each connects through a proxy.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from random import Random

from tests.support.headless import HeadlessClient
from tests.support.main_loop import MainLoop
from tests.support.mischief import Fate, fates
from tests.support.proxy import Proxy
from tests.support.talker import LOBBY
from tests.support.verdict import problems, stored_texts
from torture.play import Play
from torture.server_program import ServerProgram

NICKS = ("adaa", "kofi", "noor", "sven")
SPEED = 20.0
"""How much faster than the world's the clients' time passes: none waits long."""

IMPATIENT = {
    "CHATAPP_SERVER__TIMEOUTS__PING": "1",
    "CHATAPP_SERVER__TIMEOUTS__REGISTRATION": "2",
    "CHATAPP_SERVER__HISTORY__PAGE_LENGTH": "20",
}
MOST_SECONDS_OF_TROUBLE = 15.0
SECONDS_TO_SETTLE = 120.0
SECONDS_BETWEEN_BREAKDOWNS = 3.0
MESSAGES_A_SECOND = 10
PART_OF_KILLS = 0.3
ENDLESS = 1_000_000


def run(play: Play) -> str:
    """Let one conversation after the other go through bad networks."""
    messages = connections = kills = rounds = 0
    while not rounds or play.remaining() > 2 * MOST_SECONDS_OF_TROUBLE:
        seconds = min(MOST_SECONDS_OF_TROUBLE, play.remaining() / 2)
        folder = play.folder / str(rounds)
        folder.mkdir()
        with ExitStack() as stack:
            talk = Conversation(play.random, folder, stack)
            talk.suffer(max(1.0, seconds))
            found = talk.settle()
        play.demand(not found, "; ".join(found))
        rounds += 1
        messages += talk.messages
        connections += sum(line.connections for line in talk.lines)
        kills += talk.kills
    return (
        f"{messages} messages in {rounds} conversations through {connections} "
        f"connections, most of them bad, and {kills} kills of the server are with "
        f"everybody, once and in one order."
    )


class BadLine:
    """The line of one client: its connections end badly until it is mended."""

    def __init__(self, seed: int) -> None:
        """Let the seed decide how each connection ends."""
        self._bad, self._good = fates(seed, ENDLESS), fates(seed, 0)
        self.is_mended = False
        self.connections = 0

    def fates(self) -> Iterator[Fate]:
        """Give the fate of each connection that is made."""
        while True:
            self.connections += 1
            yield next(self._good if self.is_mended else self._bad)


class Conversation:
    """One server, some people who talk, and the lines between them."""

    def __init__(self, chance: Random, folder: Path, stack: ExitStack) -> None:
        """Begin; the stack ends it."""
        self._chance = chance
        self._loop = stack.enter_context(closing(MainLoop(SPEED)))
        self._server = stack.enter_context(ServerProgram(folder / "server", IMPATIENT))
        self.lines = [BadLine(chance.randrange(ENDLESS)) for _ in NICKS]
        self._proxies = [
            stack.enter_context(Proxy(self._server.port, line.fates()))
            for line in self.lines
        ]
        self._clients = [
            stack.enter_context(
                closing(HeadlessClient(self._loop, folder, proxy.port, nick))
            )
            for nick, proxy in zip(NICKS, self._proxies, strict=True)
        ]
        self.messages = self.kills = 0

    def suffer(self, seconds: float) -> None:
        """Talk for a while, as well as the lines allow it."""
        for number in range(int(seconds * MESSAGES_A_SECOND)):
            client = self._chance.choice(self._clients)
            text = f"number {number} of {client.nick}"
            self._at_some_time(seconds, partial(client.write, text))
            self.messages += 1
        for _ in range(int(seconds / SECONDS_BETWEEN_BREAKDOWNS)):
            self._at_some_time(seconds, self._chance.choice(self._proxies).reset_all)
        if self._chance.random() < PART_OF_KILLS:
            self._at_some_time(seconds, self._kill)
        self._loop.run_until(lambda: False, seconds)

    def settle(self) -> list[str]:
        """Mend the lines, wait until all is quiet, and say what is wrong then."""
        for line, proxy in zip(self.lines, self._proxies, strict=True):
            line.is_mended = True
            proxy.reset_all()
        self._loop.run_until(self._is_settled, SECONDS_TO_SETTLE)
        stored = stored_texts(self._server.path, LOBBY)
        witnesses = [client.witness() for client in self._clients]
        return problems(stored, witnesses) + self._unsettled()

    def _at_some_time(self, seconds: float, callback: Callable[[], None]) -> None:
        self._loop.call_later(self._chance.uniform(0, seconds) * SPEED, callback)

    def _kill(self) -> None:
        self._server.kill()
        self._server.start()
        self.kills += 1

    def _is_settled(self) -> bool:
        for client in self._clients:
            client.scroll_up()
        return not self._unsettled()

    def _unsettled(self) -> list[str]:
        failed = sum(len(client.failed()) for client in self._clients)
        reasons = []
        for client in self._clients:
            count = len(client.texts()) + failed
            reason = client.unsettled()
            if count != self.messages:
                reason = reason or f"has {count} of {self.messages} messages"
            if reason:
                reasons.append(f"{client.nick} is not at rest: {reason}")
        return reasons
