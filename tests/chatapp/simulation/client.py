"""One person's client through all lives of the program, on a played disk and wires."""

import random
from collections.abc import Callable
from functools import partial

from chatapp.models.connection.means import Means
from chatapp.models.events import KeepingChanged
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from tests.chatapp.models.fakes import FakePostbox, FakeTime, FakeTimer
from tests.chatapp.simulation.played_disk import PlayedDisk
from tests.chatapp.simulation.played_wire import Deliver, PlayedWire
from tests.support.talker import Talker
from tests.support.verdict import Witness


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
            Means(
                self._connect,
                FakePostbox().post,
                self._life,
                random.Random(self._chance.random()),
                self._time.now,
                self._new_id,
            ),
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
