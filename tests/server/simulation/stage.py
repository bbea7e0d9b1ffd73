"""The stage: a server under simulated time and wires, and what happens to it."""

import re
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import server.app as app
from chatapp.wire.message import Message
from server.clock import Clock
from server.network.calls import Calls
from server.network.door_limits import Admission
from server.network.newcomer import Newcomer
from server.return_time import RETURN_SECONDS
from server.storage.schema import UnusableStorage, open_for_writing
from server.world.world import World
from tests.server.running import settings_for_tests
from tests.server.simulation.disk import (
    Crash,
    Disk,
    DiskConnection,
    SteppedRecorder,
    SteppedWorkers,
)
from tests.server.simulation.edges import SimulatedSelector, SimulatedWaker
from tests.server.simulation.parts import (
    CountingDispatcher,
    NumberedSession,
    SimulatedServer,
    SteppedReactor,
    what_is_left_in,
)
from tests.server.simulation.person import Person
from tests.server.simulation.time_line import TimeLine, Timer
from tests.server.simulation.visit import ROOMS, Visit, Wrong
from tests.server.simulation.wires import Wire

MOST_TURNS = 100_000
MOST_IDLE_TURNS = 3
FIRST_BYTES = 4096
SECONDS_AT_THE_DOOR = 10.0
SAID = re.compile(rb"@msgid=([0-9a-f]+)[^\r\n]* PRIVMSG #(?:lobby|den) ")
TICK_SECONDS = 1e-6
"""Even a turn takes time."""


class Stage:
    """One server after the other on one history, and people's wires to it."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.random = Random(seed)
        self.time = TimeLine()
        self.disk = Disk(self.random)
        self.path = folder / "history.db"
        self.wires: list[Wire] = []
        self.heard: dict[int, str] = {}
        self._recorded: set[bytes] = set()
        self.server: SimulatedServer | None = None
        self.sends_to_crash = -1
        self.is_over = False
        self._turns = 0
        self._idle_turns = 0
        self._progress = 0
        self._progress_before = -1
        self._settings = self._choose_settings()

    # Lives of the server.

    def play(self) -> None:
        """Let one server after the other live until the end of the play."""
        while not self.is_over:
            try:
                self._begin()
                with patch("server.dispatch.Session", NumberedSession):
                    self.reactor.serve()
                assert self.server is not None
                if not self.is_over:
                    self.server.stop("")
                    self._end_process()
            except UnusableStorage:
                self.time.pass_by(1.0)
                continue
            except Crash:
                self._die()
            if not self.is_over:
                self.server = None
                self.time.pass_by(self.random.random() * 3)

    def end_server(self) -> None:
        """Ask the server to end, as SIGTERM does."""
        if self.server is not None:
            self.reactor.begin_to_end()

    def close(self) -> None:
        """Let the history go."""
        if self.server is not None:
            self.server.stop("")

    @property
    def reactor(self) -> SteppedReactor:
        """The reactor of the server that lives now."""
        assert self.server is not None
        return self.server._reactor  # type: ignore[return-value]

    @property
    def world(self) -> World:
        """What the server that lives now knows."""
        return self.reactor._dispatcher._services.world

    def _begin(self) -> None:
        calls = partial(Calls, SimulatedWaker(self._note_progress))  # type: ignore[arg-type]
        new_selector = partial(SimulatedSelector, self._wait, self._end_of)
        kinds: dict[str, Any] = {
            "Dispatcher": CountingDispatcher,
            "Recorder": SteppedRecorder,
            "Workers": SteppedWorkers,
            "Reactor": partial(SteppedReactor, new_selector=new_selector),
            "Calls": calls,
            "open_for_writing": self._open_for_writing,
            "ReturnTime": partial(Timer, self.time, RETURN_SECONDS),
        }
        SteppedRecorder.time = SteppedWorkers.time = self.time
        SteppedRecorder.disk = SteppedWorkers.disk = self.disk
        SteppedRecorder.random = SteppedWorkers.random = self.random
        CountingDispatcher.note = self._note_progress
        clock = Clock(self.time.wall, self.time.monotonic)
        NumberedSession.numbers = count()
        with patch.multiple(app, **kinds):
            self.server = SimulatedServer(self._settings, self.path, clock)
        self.server.start()

    def _die(self) -> None:
        self.disk.statements_to_crash = self.sends_to_crash = -1
        if self.server is None:
            return
        self.server._recorder.is_dead = True  # type: ignore[attr-defined]
        self.server._workers.stop(0.0)
        self.server._recorder._journal.close()
        self.server._reader.close()
        self.server._lock.close()
        self.server._return_time.cancel()
        self._end_process()

    def _end_process(self) -> None:
        """Let go what the system lets go for a process that has ended."""
        for wire in self.wires:
            if not wire.server_end.is_closed:
                wire.lose_server()
        self.wires.clear()

    def _open_for_writing(self, path: Path, durability: str) -> Any:
        return DiskConnection(open_for_writing(path, durability), self.disk)

    def _choose_settings(self) -> Any:
        choose = self.random.choice
        return settings_for_tests(
            storage={"durability": "process"},
            channels={"auto_join": ROOMS, "default_modes": "+n"},
            limits={
                "recvq_bytes": choose((20, 500, 16_384)),
                "sendq_bytes": choose((4000, 20_000, 1_000_000)),
            },
            flood={"enabled": choose((True, False)), "messages": 8, "seconds": 4},
            timeouts={"registration": 5, "ping": 6},
            accounts={"scram_iterations": 4096, "max_login_attempts": 1000},
            history={"page_length": 10},
        )

    def what_is_left(self) -> dict[str, object]:
        """Give what is held although everybody has gone."""
        assert self.server is not None
        left = what_is_left_in(self.server)
        if sockets := [each for each in self.wires if not each.server_end.is_closed]:
            left["sockets"] = sockets
        return left

    # Wires.

    def connect(self, person: Person) -> Wire | None:
        """Give a wire to the server, or None when there is none."""
        if self.server is None:
            return None
        wire = Wire(
            self.time,
            self.random,
            self._note_progress,
            self._check_sent,
            lambda data: self._carry(person, wire, data),
            lambda: self._tell_end(person, wire),
        )
        limits = self.server._limits
        is_admitted = limits.admit("10.0.0.1", 0.0, is_own=False)
        if is_admitted is not Admission.ADMITTED:
            return None
        self.wires.append(wire)
        pass_door = partial(self._pass_door, self.server, wire)
        wire.server_end.when_heard = pass_door
        self.time.after(SECONDS_AT_THE_DOOR, pass_door)
        return wire

    def note(self, message: Message) -> None:
        """Compare what has a number with what others heard under that number."""
        number = int(message.tags["msgid"], 16)
        words = " ".join((message.source or "", message.command, *message.params))
        if self.heard.setdefault(number, words) != words:
            raise Wrong(f"{number:x} is {self.heard[number]!r} and {words!r}.")

    def _pass_door(self, server: SimulatedServer, wire: Wire) -> None:
        end = wire.server_end
        if end.when_heard is None or end.is_closed:
            return
        end.when_heard = None
        server._limits.leave_door("10.0.0.1")
        if end.inbox and not end.is_reset:
            data = end.recv(FIRST_BYTES)
            server._reactor.adopt(Newcomer(end, "10.0.0.1", data))  # type: ignore[arg-type]
        else:
            end.close()
            server._limits.closed("10.0.0.1", had_signed_in=False)

    def _carry(self, person: Person, wire: Wire, data: bytes) -> None:
        if (visit := self._visit(person, wire)) is not None:
            person.hear(visit, data)

    def _tell_end(self, person: Person, wire: Wire) -> None:
        if self._visit(person, wire) is not None:
            wire.to_server.finish(is_reset=False)
            person.lose()

    def _visit(self, person: Person, wire: Wire) -> Visit | None:
        visit = person.visit
        return visit if visit is not None and visit.wire is wire else None

    # Time.

    def _note_progress(self) -> None:
        self._progress += 1

    def _check_sent(self, data: bytes) -> None:
        """Let nothing go out to anybody that is not recorded; or end the process."""
        for number in SAID.findall(data):
            if number not in self._recorded:
                self._require_recorded(int(number, 16))
                self._recorded.add(number)
        if self.sends_to_crash >= 0:
            self.sends_to_crash -= 1
            if self.sends_to_crash < 0:
                raise Crash

    def _require_recorded(self, number: int) -> None:
        assert self.server is not None
        query = "SELECT 1 FROM messages WHERE sequence = ?"
        connection = self.server._reader._connection
        if connection.execute(query, (number,)).fetchone() is None:
            raise Wrong(f"{number:x} is heard and not recorded.")

    def _end_of(self, watched: Any) -> Any:
        if isinstance(watched, Calls):
            return watched._waker
        return watched._socket

    def _wait(self, selector: SimulatedSelector, timeout: float | None) -> None:
        """Let the world go on until something is ready or the time is over."""
        self._count_turn()
        self.time.now += TICK_SECONDS
        began = self.time.now
        deadline = began + (timeout or 0.0)
        if self.random.random() < 0.3:
            self.time.happen_next(deadline)
        while next(selector.ready(), None) is None:
            if not self.time.happen_next(deadline):
                break
        if self.time.now > began:
            self._idle_turns = 0

    def _count_turn(self) -> None:
        self._turns += 1
        is_idle = self._progress == self._progress_before
        self._idle_turns = self._idle_turns + 1 if is_idle else 0
        self._progress_before = self._progress
        if self._idle_turns > MOST_IDLE_TURNS:
            raise Wrong("The reactor goes round and does nothing.")
        if self._turns > MOST_TURNS:
            raise Wrong("The play does not come to an end.")
