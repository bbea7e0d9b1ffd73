"""Somebody who chats as the window does: nothing is lost, nothing is said twice."""

from collections.abc import Callable
from random import Random

from chatapp.wire.message import Message
from tests.server.simulation.listener import Listener
from tests.server.simulation.time_line import TimeLine
from tests.server.simulation.visit import ROOMS, Visit
from tests.server.simulation.wires import Wire


class Person(Listener):
    """One who joins, talks, loses the connection, comes back and goes on."""

    def __init__(
        self,
        nick: str,
        time: TimeLine,
        random: Random,
        connect: Callable[["Person"], Wire | None],
        note: Callable[[Message], None],
    ) -> None:
        super().__init__(nick, time, random, note)
        self.connect = connect
        self.is_leaving = False
        self.repeats_at_once = random.random() < 0.5
        self._labels = 0

    def come(self) -> None:
        """Connect, now or when there is a server."""
        if self.visit is not None or self.is_leaving:
            return
        wire = self.connect(self)
        if wire is None:
            self.time.after(self.random.random() * 2, self.come)
            return
        self.visit = Visit(self, wire)
        self.visit.sign_in(self.nick)

    def write(self) -> None:
        """Write a message; it is said as soon as it can be."""
        identity = f"{self.nick}-{len(self.written)}"
        text = f"{identity} {'x' * self.random.choice((1, 1, 30, 300))}"
        self.written[identity] = (self.random.choice(ROOMS), text)
        self.unconfirmed[identity] = None
        self.say_what_waits()

    def say_what_waits(self) -> None:
        """Say what is not confirmed and is not on its way."""
        visit = self.visit
        if visit is None or visit.nick != self.nick:
            return
        on_its_way = set(visit.labels.values())
        for identity in self.unconfirmed:
            room, text = self.written[identity]
            is_ready = self.repeats_at_once or room in visit.caught_up
            if is_ready and identity not in on_its_way:
                label = self._label(visit, identity)
                tags = f"@label={label};+chatapp/id={identity}"
                visit.send(f"{tags} PRIVMSG {room} :{text}")
                self.echoes_to_come[identity] += 1

    def whisper(self, other: "Person") -> None:
        """Say something to one person alone."""
        if self.visit is not None and self.visit.nick:
            nick = other.visit.nick if other.visit else ""
            words = f"whispered {self.nick} {other.nick}"
            self.visit.send(f"PRIVMSG {nick or other.nick} :{words}")

    def change_topic(self) -> None:
        """Say what a room is about."""
        if self.visit is not None and self.visit.nick:
            label = self._label(self.visit, "")
            topic = f"{self.nick} {label}"
            self.visit.send(
                f"@label={label} TOPIC {self.random.choice(ROOMS)} :{topic}"
            )

    def ask(self, token: str) -> None:
        """Ask whether the server is there, and has answered all that was asked."""
        if self.visit is not None and self.visit.nick:
            self.visit.tokens[token] = frozenset(self.visit.labels)
            self.visit.send(f"PING {token}")

    def say_goodbye(self) -> None:
        """Ask for a last time on this connection."""
        visit = self.visit
        if visit is not None and not visit.is_farewell:
            visit.is_farewell = True
            self.ask("farewell")

    def chatter(self) -> None:
        """Go in and out of a room of one's own, and be here and away."""
        if self.visit is not None and self.visit.nick:
            room, name = f"#of-{self.nick}", f"#once-of-{self.nick}"
            lines = [f"JOIN {room}", f"PRIVMSG {room} :alone", f"MODE {room} +m"]
            if self.random.random() < 0.7:
                lines += [f"TOPIC {room} :mine", f"RENAME {room} {name}"]
                room = self.random.choice((room, name))
            lines += [f"MODE {room} -n", f"PRIVMSG {room} :alone", f"PART {room}"]
            self.visit.send(*lines)
            self.visit.send("AWAY :out", "AWAY")

    def cut(self, *, is_noticed: bool) -> None:
        """Lose the connection, and come back soon."""
        if self.visit is not None:
            self.visit.wire.cut(is_noticed=is_noticed)
            self.lose()

    def leave(self) -> None:
        """Go for good: with a word, or without."""
        self.is_leaving = True
        if self.random.random() < 0.5:
            self.cut(is_noticed=self.random.random() < 0.5)
        elif self.visit is not None:
            self.visit.send("QUIT :bye")

    def lose(self) -> None:
        """Notice that the connection has gone."""
        self.visit = None
        self.time.after(self.random.random(), self.come)

    @property
    def is_settled(self) -> bool:
        """Whether all is said and all is known."""
        visit = self.visit
        return (
            visit is not None
            and visit.nick == self.nick
            and len(visit.caught_up) == len(ROOMS)
            and not self.unconfirmed
            and not visit.labels
        )

    @property
    def has_answers(self) -> bool:
        """Whether all questions are answered."""
        return self.visit is not None and not self.visit.tokens

    def _label(self, visit: Visit, identity: str) -> str:
        self._labels += 1
        label = f"{self.nick}-{self._labels}"
        visit.labels[label] = identity
        return label
