"""One seeded schedule: clients, their disks and wires, and a server, in one thread."""

import random
from collections.abc import Callable
from dataclasses import replace

from tests.chatapp.models.fakes import FakeTime
from tests.chatapp.simulation.chat_server import ChatServer, Rules
from tests.chatapp.simulation.client import Client
from tests.chatapp.simulation.played_wire import PlayedWire
from tests.support.verdict import Witness, problems

NICKS = ("adaa", "kofi")
MOST_STEPS = 120
MOST_BYTES = 3_000
ALL_BYTES = 10_000_000
ROUNDS_TO_SETTLE = 300
SECONDS_A_ROUND = 1.0


class Play:
    """Clients who talk on a server, while things go wrong as the seed has it."""

    def __init__(self, seed: int) -> None:
        self._chance = chance = random.Random(seed)
        self._time = FakeTime()
        plays_events = chance.random() < 1 / 2
        rules = Rules(
            knows_ids=chance.random() < 2 / 3,
            plays_events=plays_events,
            joins_lines=chance.random() < 1 / 2,
            # Without events nobody learns what was taken back while he was away.
            takes_back=plays_events and chance.random() < 2 / 3,
            page_lines=chance.choice((2, 5, 50)),
        )
        self._server = ChatServer(rules, self._time.now)
        self.clients = [Client(nick, self._time, chance) for nick in NICKS]
        self._count = 0

    def run(self) -> list[str]:
        """Play everything, let all become quiet, and say what went wrong."""
        for _ in range(self._chance.randint(10, MOST_STEPS)):
            self._chance.choice(_STEPS)(self, self._chance.choice(self.clients))
        found = self._outcome() or self._outcome_after_a_new_start()
        for client in self.clients:
            client.disk.close()
        return found

    def write(self, client: Client) -> None:
        """Let somebody write, now and then several lines where they are joined."""
        self._count += 1
        text = f"number {self._count} of {client.nick}"
        if self._server.rules.joins_lines and self._chance.random() < 1 / 4:
            text += "\n\nand more of it"
        client.write(text)

    def edit(self, client: Client) -> None:
        """Let somebody give other words to what he said, where he can."""
        correcting = client.talker.network.correcting
        own = [line for line in client.talker.lines() if correcting.can_edit(line)]
        if own:
            self._count += 1
            correcting.edit(self._chance.choice(own), f"{self._count} instead")

    def take_back(self, client: Client) -> None:
        """Let somebody take back what he said, where he can."""
        correcting = client.talker.network.correcting
        own = [line for line in client.talker.lines() if correcting.can_delete(line)]
        if own:
            correcting.delete(self._chance.choice(own))

    def carry(self, client: Client) -> None:
        """Let some bytes of a client arrive."""
        up, down = (self._chance.randint(0, MOST_BYTES) for _ in range(2))
        for wire in client.wires:
            self._open(wire)
            wire.carry(up, down)

    def carry_all(self, client: Client) -> None:
        """Let all bytes of a client arrive, one way first."""
        for wire in client.wires:
            self._open(wire)
            wire.carry(ALL_BYTES, ALL_BYTES)

    def cut(self, client: Client) -> None:
        """Let all connections of a client end."""
        for wire in client.wires:
            wire.cut()

    def swallow(self, client: Client) -> None:
        """Let all connections of a client go silent."""
        for wire in client.wires:
            wire.swallow()

    def refuse(self, client: Client) -> None:
        """Let nobody answer a client."""
        for wire in client.wires:
            if wire.is_dialling:
                wire.refuse()

    def notice(self, client: Client) -> None:
        """Let the server find who is gone."""
        for wire in client.wires:
            wire.notice()

    def scroll(self, client: Client) -> None:
        """Let somebody scroll up."""
        client.talker.scroll_up()

    def read(self, client: Client) -> None:
        """Let somebody read."""
        client.talker.read()

    def crash(self, client: Client) -> None:
        """Let somebody's program end without a word, and start again.

        What could not be kept would be lost then, and may be: one is told of that.
        """
        if not (client.disk.has_refused or client.is_warned):
            client.crash()

    def fill_disk(self, client: Client) -> None:
        """Let a disk be full, or have room again."""
        client.disk.fill()

    def turn_disk(self, client: Client) -> None:
        """Let a disk do its work."""
        client.disk.turn()

    def wait(self, _client: Client) -> None:
        """Let time pass."""
        self._time.pass_by(self._chance.choice((0.1, 1.0, 5.0, 30.0)))

    def restart_server(self, _client: Client) -> None:
        """Let the server end, and be there again with what it had."""
        for client in self.clients:
            self.cut(client)

    def _outcome(self) -> list[str]:
        rounds = 0
        while (unsettled := self._unsettled()) and rounds < ROUNDS_TO_SETTLE:
            self._settle()
            rounds += 1
        server = self._server
        witnesses = [self._witness(client) for client in self.clients]
        found = problems(server.texts, witnesses, server.gone)
        return found + (unsettled or self._miscounted())

    def _witness(self, client: Client) -> Witness:
        """Tell what a client shows by its first words: they are like no others."""
        said = [line for line in client.talker.lines() if line.kind.is_said]
        first = self._server.first_words
        return replace(client.witness(), history=[first[it.msgid] for it in said])

    def _misquoted(self) -> list[str]:
        """Name what a client shows in other words than those that it has now."""
        words = {it.msgid: self._server.words_of(it) for it in self._server.said}
        return [
            f"{client.nick} shows {line.text!r} for {words[line.msgid]!r}"
            for client in self.clients
            for line in client.talker.lines()
            if line.kind.is_said and line.text != words.get(line.msgid, line.text)
        ]

    def _outcome_after_a_new_start(self) -> list[str]:
        """Judge what windows show that begin with what the disks have now."""
        for client in self.clients:
            client.disk.turn()
            client.crash()
            client.is_new = True
        return [f"after a new start {each}" for each in self._outcome()]

    def _open(self, wire: PlayedWire) -> None:
        if wire.is_dialling:
            wire.open(lambda opened: self._server.accept(opened.send_down))

    def _settle(self) -> None:
        for client in self.clients:
            client.disk.refuses = False
            self.notice(client)
            for _ in range(3):
                client.disk.turn()
                self.carry_all(client)
            client.talker.scroll_up()
        self._time.pass_by(SECONDS_A_ROUND)

    def _miscounted(self) -> list[str]:
        counts = [each for each in self.clients if not each.has_forgotten]
        counted = [(each.nick, each.talker.miscounted()) for each in counts]
        return [f"{nick} {problem}" for nick, problem in counted if problem]

    def _unsettled(self) -> list[str]:
        reasons = [(each.nick, each.talker.unsettled()) for each in self.clients]
        found = [
            f"{nick} is not at rest: {reason}" for nick, reason in reasons if reason
        ]
        known = {len(client.talker.texts()) for client in self.clients}
        if known != {len(self._server.texts)}:
            found.append(f"the clients have {known} of {len(self._server.texts)}")
        return found + self._misquoted()


_STEPS: tuple[Callable[[Play, Client], None], ...] = (
    *[Play.write] * 8,
    *[Play.edit] * 6,
    *[Play.take_back] * 3,
    *[Play.carry] * 10,
    *[Play.carry_all] * 5,
    *[Play.turn_disk] * 8,
    *[Play.wait] * 4,
    *[Play.scroll] * 3,
    *[Play.read] * 3,
    Play.cut,
    Play.swallow,
    Play.notice,
    Play.refuse,
    Play.crash,
    Play.crash,
    Play.fill_disk,
    Play.restart_server,
)
