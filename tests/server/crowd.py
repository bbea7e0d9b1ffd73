"""People who chat at random with a real server, and the model that watches them."""

from random import Random
from typing import TYPE_CHECKING

from tests.server.plain_world import PlainWorld
from tests.server.raw_client import ALL_CAPABILITIES, RawClient, lines
from tests.server.running import RunningServer

if TYPE_CHECKING:
    from chatapp.wire.message import Message

PEOPLE = 8
LINES_AT_ONCE = 12
CHANCE_TO_QUIT = 0.1
NICKS = [f"nick{number}" for number in range(12)]
ROOMS = ["#lobby", "#garden", "#kitchen"]
DIALECTS = [ALL_CAPABILITIES, "message-tags echo-message batch"]
HEARD = frozenset({"JOIN", "PART", "NICK", "QUIT", "PRIVMSG"})


class Person:
    """A client, how often it spoke and what it heard."""

    def __init__(self, number: int, client: RawClient) -> None:
        self.number = number
        self.client = client
        self.heard: list[Message] = []
        self.spoken = 0
        self.has_quit = False

    def listen(self) -> None:
        """Take what came, up to the answer to a PING or the end."""
        client = self.client
        messages = client.read_to_end() if self.has_quit else client.roundtrip()
        self.heard += [message for message in messages if message.command in HEARD]


class Crowd:
    """Some people; whoever quits is followed by somebody new.

    A silent witness is in all rooms, so that nothing happens unheard.
    """

    def __init__(self, chat: RunningServer, seed: int) -> None:
        self.world = PlainWorld()
        self.people: list[Person] = []
        self.everybody: list[Person] = []
        self._chat = chat
        self._random = Random(seed)
        self._replayed: set[str] = set()
        self._witness = self._come("witness")
        self._witness.client.ask(*[f"JOIN {room}" for room in ROOMS])
        for room in ROOMS[1:]:
            self.world.enter(self._witness.number, room)

    def play(self, rounds: int) -> None:
        """Let everybody send some lines at once, and hear what came of all.

        They listen twice: only then has the server answered all when it answers one.
        """
        for _ in range(rounds):
            while len(self.people) < PEOPLE:
                free = [nick for nick in NICKS if nick not in self.world.nicks]
                self._come(self._random.choice(free))
            for person in self.people:
                if person is not self._witness:
                    self._send(person)
            for person in [*self.people, *self.people]:
                person.listen()
            self._replay()

    def differences(self) -> list[tuple[int, list[str], list[str]]]:
        """Give whoever heard something else than the model says, with both."""
        views = [
            (
                each.number,
                lines(each.heard),
                lines(self.world.heard.get(each.number, [])),
            )
            for each in self.everybody
        ]
        return [(number, real, model) for number, real, model in views if real != model]

    def _replay(self) -> None:
        new = [
            message
            for person in self.people
            for message in person.heard
            if message.tags["msgid"] not in self._replayed
        ]
        self.world.replay(new)
        self._replayed.update(message.tags["msgid"] for message in new)
        for person in self.people:
            if person.has_quit:
                self.world.forget(person.number)
        self.people = [person for person in self.people if not person.has_quit]

    def _come(self, nick: str) -> Person:
        """Bring somebody new in, while nobody else does anything."""
        person = Person(len(self.everybody), self._chat.connect())
        person.client.register(nick, self._random.choice(DIALECTS))
        self.world.come(person.number, nick)
        for other in self.people:
            other.client.roundtrip()
        self.people.append(person)
        self.everybody.append(person)
        return person

    def _send(self, person: Person) -> None:
        actions = self._random.choices(
            (self._join, self._part, self._nick, self._say, self._whisper),
            weights=(3, 2, 2, 6, 2),
            k=self._random.randint(1, LINES_AT_ONCE),
        )
        sent = [action(person) for action in actions]
        if self._random.random() < CHANCE_TO_QUIT:
            sent.append("QUIT :enough")
            person.has_quit = True
        person.client.send(*sent)

    def _join(self, _person: Person) -> str:
        return f"JOIN {self._random.choice(ROOMS)}"

    def _part(self, _person: Person) -> str:
        return f"PART {self._random.choice(ROOMS)}"

    def _nick(self, _person: Person) -> str:
        return f"NICK {self._random.choice(NICKS)}"

    def _say(self, person: Person) -> str:
        return self._speak(person, self._random.choice(ROOMS))

    def _whisper(self, person: Person) -> str:
        return self._speak(person, self._random.choice(NICKS))

    def _speak(self, person: Person, target: str) -> str:
        person.spoken += 1
        text = f"{person.number}.{person.spoken}"
        return f"PRIVMSG {target} :{text}"
