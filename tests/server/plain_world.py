"""A simple model of the world: what was heard, replayed, tells who must hear it."""

from dataclasses import dataclass, field

from chatapp.wire.message import Message, Source

FIRST_ROOM = "#lobby"


def number_of(message: Message) -> int:
    """Give the number that a message's msgid carries."""
    return int(message.tags["msgid"], 16)


@dataclass
class PlainWorld:
    """Nicks and rooms, and what each person should have heard.

    People are known by a number of their own, which outlives their nicks.
    """

    nicks: dict[str, int] = field(default_factory=dict)
    rooms: dict[str, list[int]] = field(default_factory=dict)
    said: dict[str, list[str]] = field(default_factory=dict)
    heard: dict[int, list[Message]] = field(default_factory=dict)

    def come(self, person: int, nick: str) -> None:
        """Let somebody sign in."""
        self.nicks[nick] = person
        self.enter(person, FIRST_ROOM)

    def enter(self, person: int, room: str) -> None:
        """Let somebody be in a room."""
        self.said.setdefault(room, [])
        self.rooms.setdefault(room, []).append(person)

    def replay(self, messages: list[Message]) -> None:
        """Let everything that anybody heard happen once, in the order of msgids."""
        happened = {number_of(message): message for message in messages}
        for number in sorted(happened):
            message = happened[number]
            person = self.nicks[Source.parse(message.source or "").nick]
            happen = getattr(self, f"_{message.command.lower()}")
            for hearer in happen(message, person):
                self.heard.setdefault(hearer, []).append(message)

    def forget(self, person: int) -> None:
        """Let somebody be gone."""
        for room in [name for name, inside in self.rooms.items() if person in inside]:
            self._leave(person, room)
        self.nicks = {nick: who for nick, who in self.nicks.items() if who != person}

    def _join(self, message: Message, person: int) -> list[int]:
        room = message.params[0]
        assert person not in self.rooms.get(room, [])
        self.enter(person, room)
        return list(self.rooms[room])

    def _part(self, message: Message, person: int) -> list[int]:
        hearers = list(self.rooms[message.params[0]])
        assert person in hearers
        self._leave(person, message.params[0])
        return hearers

    def _nick(self, message: Message, person: int) -> list[int]:
        nick = message.params[0]
        holder = self.nicks.get(nick, person)
        if holder != person:  # who was in no room has gone, and nobody heard it
            assert self._neighbours(holder) == []
            self.forget(holder)
        self.nicks = {old: who for old, who in self.nicks.items() if who != person}
        self.nicks[nick] = person
        return [person, *self._neighbours(person)]

    def _quit(self, _message: Message, person: int) -> list[int]:
        hearers = self._neighbours(person)
        self.forget(person)
        return hearers

    def _privmsg(self, message: Message, person: int) -> list[int]:
        target, text = message.params
        if target not in self.said:
            return [self.nicks[target], person]
        assert person in self.rooms[target]
        self.said[target].append(text)
        return list(self.rooms[target])

    def _leave(self, person: int, room: str) -> None:
        self.rooms[room].remove(person)

    def _neighbours(self, person: int) -> list[int]:
        together = [inside for inside in self.rooms.values() if person in inside]
        found = {other for inside in together for other in inside}
        return sorted(found - {person})
