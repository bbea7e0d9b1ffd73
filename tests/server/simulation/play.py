"""One play: people who chat while things go wrong, and what must hold at its end."""

from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from chatapp.wire.message import parse_tags
from tests.server.simulation.owner import Owner
from tests.server.simulation.parts import is_anybody_on
from tests.server.simulation.person import Person
from tests.server.simulation.stage import Stage
from tests.server.simulation.visit import ROOMS, Wrong

SECONDS_OF_TROUBLE = 30.0
SECONDS_TO_SETTLE = 400.0
SECONDS_TO_GO = 700.0
"""A guest's room that came back after a restart waits so long for its people."""

DAY = 86_400.0
HISTORY = (
    "SELECT sequence, target_name, text, tags, time FROM messages "
    "WHERE command = 'PRIVMSG' ORDER BY sequence"
)
NAMES = ("anna", "bert", "cleo", "dora", "emil")
OWNER = "olga"


class Play:
    """Everything that one seed decides."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.stage = stage = Stage(seed, folder)
        self.random = stage.random
        self.time = stage.time
        self.people = [
            Person(nick, stage.time, stage.random, stage.connect, stage.note)
            for nick in NAMES[: self.random.randint(2, len(NAMES))]
        ]
        self.owner = Owner(OWNER, stage.time, stage.random, stage.connect)
        self._plan()

    def run(self) -> None:
        """Play to the end."""
        choose = self.random.choice
        bounds = {
            "server.network.turns.MOST_WAITING_STEPS": choose((3, 20, 20_000)),
            "server.network.serving.LINES_A_TURN": choose((1, 5, 100)),
            "server.network.turnstile.AT_ONCE": choose((1, 100)),
        }
        patches = [patch(name, value) for name, value in bounds.items()]
        for each in patches:
            each.start()
        try:
            self.stage.play()
        finally:
            for each in patches:
                each.stop()
            self.stage.close()

    # What happens.

    def _plan(self) -> None:
        for person in self.people:
            self._at_times(1, person.come)
            self._at_times(self.random.randint(1, 8), person.write)
            self._at_times(self.random.randint(0, 2), person.change_topic)
            self._at_times(self.random.randint(0, 1), person.chatter)
            self._at_times(self.random.randint(0, 2), self._whisper)
            self._at_times(self.random.randint(0, 2), self._ask)
        self._at_times(1, self.owner.come)
        self._at_times(self.random.randint(2, 10), self.owner.act)
        troubles: list[Callable[[], object]] = [
            self._cut,
            self._cut,
            self._cut,
            self._stall,
            self._burst,
            self.stage.disk.fall_ill,
            self.stage.disk.fall_ill,
            self.stage.disk.heal,
            self._crash,
            self.stage.end_server,
            self._jump,
            self._sleep,
        ]
        for _ in range(self.random.randint(1, 6)):
            self._at_times(1, self.random.choice(troubles))
        self.time.after(SECONDS_OF_TROUBLE, self._heal)

    def _at_times(self, count: int, happen: Callable[[], object]) -> None:
        for _ in range(count):
            moment = self.random.random() * SECONDS_OF_TROUBLE
            self.time.after(moment, happen)

    def _somebody(self) -> Person:
        return self.random.choice(self.people)

    def _whisper(self) -> None:
        self._somebody().whisper(self._somebody())

    def _ask(self) -> None:
        self._somebody().ask(f"ask-{self.random.random()}")

    def _cut(self) -> None:
        somebody = self.random.choice((*self.people, self.owner))
        somebody.cut(is_noticed=self.random.random() < 0.6)

    def _stall(self) -> None:
        visit = self._somebody().visit
        if visit is not None:
            pipe = self.random.choice((visit.wire.to_client, visit.wire.to_server))
            pipe.is_stalled = True
            self.time.after(self.random.random() * 20, pipe.resume)

    def _burst(self) -> None:
        person = self._somebody()
        for _ in range(self.random.randint(5, 25)):
            person.write()

    def _crash(self) -> None:
        if self.random.random() < 0.5:
            self.stage.disk.statements_to_crash = self.random.randint(0, 12)
        else:
            self.stage.sends_to_crash = self.random.randint(0, 12)

    def _jump(self) -> None:
        self.time.wall_ahead += self.random.choice((-DAY, -3.0, 3.0, DAY))

    def _sleep(self) -> None:
        """Let the computer of the server stand still for a while."""
        self.time.now += self.random.choice((4.0, 20.0, DAY))

    # The end: all is well again, and must become so for everybody.

    def _heal(self) -> None:
        self.stage.disk.heal()
        self.stage.disk.statements_to_crash = self.stage.sends_to_crash = -1
        self._wait_until(self._have_answers, SECONDS_TO_SETTLE, self._compare)

    def _compare(self) -> None:
        self.owner.ask()
        self._wait_until(self._is_owner_settled, SECONDS_TO_SETTLE, self._part)

    def _part(self) -> None:
        self._check_rooms()
        for person in self.people:
            person.leave()
        self.owner.leave()
        self._wait_until(self._are_gone, SECONDS_TO_GO, self._end)

    def _end(self) -> None:
        self._check_nothing_is_left()
        self.stage.is_over = True
        self.stage.end_server()

    def _have_answers(self) -> bool:
        """Tell whether all is said, and all that was asked is answered."""
        if not all(person.is_settled for person in (*self.people, self.owner)):
            return False
        for person in self.people:
            person.say_goodbye()
        return all(person.has_answers for person in self.people)

    def _is_owner_settled(self) -> bool:
        return self.owner.is_settled

    def _are_gone(self) -> bool:
        assert self.stage.server is not None
        rooms = set(self.stage.world.channels)
        wanted = {*ROOMS, self.owner.holding.room}
        return not is_anybody_on(self.stage.server) and rooms == wanted

    def _wait_until(
        self, is_so: Callable[[], bool], seconds: float, then: Callable[[], None]
    ) -> None:
        if self.stage.server is not None and is_so():
            then()
            return
        if seconds <= 0:
            raise Wrong(f"It never becomes so: {is_so.__name__}. {self._state()}")
        self.time.after(0.5, lambda: self._wait_until(is_so, seconds - 0.5, then))

    def _state(self) -> list[object]:
        return [
            (each.nick, each.visit and (each.visit.nick, each.visit.caught_up,
             each.visit.labels, bool(each.visit.wire.to_client.is_stalled)),
             list(each.unconfirmed))
            for each in self.people
        ] + [self.owner.state]  # fmt: skip

    # What must hold.

    def _check_rooms(self) -> None:
        history = self._history()
        for room in ROOMS:
            kept = [row for row in history if row[1] == room]
            for person in self.people:
                heard = [(each.number, each.text) for each in person.known[room]]
                if heard != [(row[0], row[2]) for row in kept]:
                    raise Wrong(f"{person.nick} knows {room} otherwise: {heard} {kept}")
            topics = {person.topics.get(room, "") for person in self.people}
            if topics != {self._topic(room)}:
                raise Wrong(f"The topic of {room} is {topics}, not {self._topic(room)}")
        identities = [parse_tags(row[3]).get("+chatapp/id") for row in history]
        written = sorted(one for person in self.people for one in person.written)
        if sorted(str(one) for one in identities if one) != written:
            raise Wrong(f"Written: {written}. Kept: {identities}.")
        times = [row[4] for row in history]
        if times != sorted(times):
            raise Wrong(f"Time runs backwards: {times}")

    def _history(self) -> list[tuple[int, str, str, str, int]]:
        assert self.stage.server is not None
        connection = self.stage.server._reader._connection
        found = connection.execute(HISTORY).fetchall()
        return [row for row in found if row[1] in ROOMS]

    def _topic(self, room: str) -> str:
        topic = self.stage.world.channels[room].topic
        return topic.text if topic else ""

    def _check_nothing_is_left(self) -> None:
        if left := self.stage.what_is_left():
            raise Wrong(f"Something is left: {left}")


def play(seed: int, folder: Path) -> None:
    """Play what a seed decides."""
    Play(seed, folder).run()
