"""One seeded schedule: clients, their disks and wires, and a server, in one thread."""

import random
from collections.abc import Callable
from functools import partial
from typing import cast

from chatapp.models.event_bus import EventBus
from chatapp.models.events import KeepingChanged
from chatapp.models.mailbox import Mailbox
from chatapp.models.network import Network
from tests.chatapp.models.fakes import FakePostbox, FakeTime, FakeTimer
from tests.chatapp.simulation.chat_server import ChatServer, Rules
from tests.chatapp.simulation.played_disk import PlayedDisk
from tests.chatapp.simulation.played_wire import Deliver, PlayedWire
from tests.support.talker import Talker
from tests.support.verdict import Witness, problems

NICKS = ("adaa", "kofi")
MOST_STEPS = 120
MOST_BYTES = 3_000
ALL_BYTES = 10_000_000
ROUNDS_TO_SETTLE = 300
SECONDS_A_ROUND = 1.0


class MortalTime:
    """The time of one life of a client: its calls end with it."""

    def __init__(self, time: FakeTime) -> None:
        self.is_over = False
        self.now = time.now
        self._time = time

    def call_later(self, seconds: float, callback: Callable[[], None]) -> FakeTimer:
        """Call back, if the client still lives then."""
        return self._time.call_later(seconds, partial(self._call, callback))

    def _call(self, callback: Callable[[], None]) -> None:
        if not self.is_over:
            callback()


class Client:
    """One person through all lives of the program, and the disk that stays."""

    def __init__(self, nick: str, time: FakeTime, chance: random.Random) -> None:
        self.nick = nick
        self.disk = PlayedDisk()
        self.wires: list[PlayedWire] = []
        self._time = time
        self._chance = chance
        self._told = Witness(nick)
        self._ids = 0
        self.was_warned = self.is_new = False
        self._begin()

    @property
    def has_forgotten(self) -> bool:
        """Whether a disk that was full may lack what was read, or confirmed."""
        return self.is_new and self.disk.has_refused

    def write(self, text: str) -> None:
        """Write a message that is like no other."""
        self._told.written.append(text)
        self.talker.write(text)

    def crash(self) -> None:
        """End the program without a word, and start it again."""
        self._life.is_over = True
        for wire in self.wires:
            wire.close()
        self.disk.crash()
        self._begin()

    def witness(self) -> Witness:
        """Tell what all lives have told, and what the last one shows."""
        last = self.talker.witness()
        known = {*last.history, *last.outbox}
        outbox = [*last.outbox, *(set(self.disk.unsent()) - known)]
        if self.has_forgotten:  # it may ask again about what it could not strike off
            outbox = [text for text in outbox if text not in last.history]
        told = self._told
        # What a disk that is full or hangs gives back late goes out only then.
        is_late = self.disk.has_refused or self.was_warned
        in_order = [] if is_late else told.written
        return Witness(
            self.nick, in_order, told.shown, told.heard, last.history, outbox
        )

    def _begin(self) -> None:
        self._life = MortalTime(self._time)
        self.is_warned = False
        bus = EventBus()
        bus.subscribe(KeepingChanged, self._keeping_changed)
        network = Network(
            bus,
            cast(Mailbox, FakePostbox()),
            self._time.now,
            self._new_id,
            self._connect,
            self._life,
            random.Random(self._chance.random()),
            self.disk,
        )
        self.talker = Talker(self.nick, 1, network, bus, self._life)
        self.talker.on_told = self._note

    def _keeping_changed(self, event: KeepingChanged) -> None:
        self.is_warned = bool(event.problem)
        self.was_warned = self.was_warned or self.is_warned

    def _note(self, kind: str, text: str) -> None:
        getattr(self._told, kind).append(text)

    def _new_id(self) -> str:
        self._ids += 1
        return f"{self.nick}-{self._ids}"

    def _connect(
        self, host: str, port: int, post: object, deliver: Deliver, demand: object
    ) -> PlayedWire:
        wire = PlayedWire(deliver)
        self.wires.append(wire)
        return wire


class Play:
    """Clients who talk on a server, while things go wrong as the seed has it."""

    def __init__(self, seed: int) -> None:
        self._chance = chance = random.Random(seed)
        self._time = FakeTime()
        rules = Rules(
            knows_ids=chance.random() < 2 / 3,
            plays_events=chance.random() < 1 / 2,
            joins_lines=chance.random() < 1 / 2,
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
        found = problems(
            self._server.texts, [client.witness() for client in self.clients]
        )
        return found + (unsettled or self._miscounted())

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
        return found


_STEPS: tuple[Callable[[Play, Client], None], ...] = (
    *[Play.write] * 8,
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
