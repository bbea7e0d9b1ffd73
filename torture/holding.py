"""What one person has at a server beside what he says: a room, and all that is set."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from chatapp.wire.timestamps import render_time
from torture.promises import NOTHING, Promises

MASKS = 12
YES = "yes"
OWNER = "owner"
READ_FIRST = datetime(2020, 1, 1, tzinfo=UTC)
OWNED = "belongs to your account now"
FOUNDER_MARK = "~"


@dataclass(frozen=True, slots=True)
class Deed:
    """One line that gives a thing a value, which has to last once it is confirmed."""

    thing: str
    value: str
    line: str


class Holding:
    """The room of one person, and his marker of how far he has read elsewhere."""

    def __init__(self, nick: str, chance: Random) -> None:
        """Plan what this person does; nothing is set yet."""
        self.room = f"#of-{nick}"
        self.promises = Promises()
        self._nick = nick
        self._chance = chance
        self._count = 0
        self._readers: dict[str, Callable[[Sequence[str]], dict[str, str]]] = {
            n.RPL_CHANNELMODEIS: _modes_in,
            n.RPL_BANLIST: lambda params: {f"ban {params[2]}": YES},
            n.RPL_TOPIC: lambda params: {"topic": params[-1]},
            n.RPL_NAMREPLY: self._owner_in,
            n.RPL_KEYVALUE: lambda params: {"colour": params[-1]},
            "MARKREAD": _marker_in,
        }

    def deed(self) -> Deed:
        """Give something to do, which was never done in this way before."""
        self._count += 1
        new = f"{self._nick}{self._count}"
        choices = (
            self._topic,
            self._key,
            self._limit,
            self._moderation,
            self._ban,
            self._ban,
            self._marker,
            self._value,
        )
        return self._chance.choice(choices)(new)

    def claim(self) -> Deed:
        """Give the line by which the room is registered."""
        return Deed(OWNER, YES, f"CS REGISTER {self.room}")

    def joining(self) -> list[str]:
        """Give the lines that open the room, whichever of its keys it has."""
        return [f"JOIN {self.room} {key}" for key in self.promises.possible("key")]

    def questions(self) -> list[str]:
        """Give the lines that ask for everything that is set."""
        room = self.room
        return [
            f"MODE {room}",
            f"MODE {room} b",
            f"TOPIC {room}",
            f"NAMES {room}",
            "MARKREAD #lobby",
            f"METADATA {room} GET colour",
        ]

    def broken(self, answers: Iterable[Message]) -> list[str]:
        """Say what was promised and is not so, by the answers to the questions."""
        found: dict[str, str] = {}
        for answer in answers:
            found |= self._found_in(answer)
        return self.promises.broken(found)

    def _found_in(self, answer: Message) -> dict[str, str]:
        read = self._readers.get(answer.command)
        is_mine = self.room in answer.params or answer.command == "MARKREAD"
        return read(answer.params) if read and is_mine else {}

    def _owner_in(self, params: Sequence[str]) -> dict[str, str]:
        own = [each for each in params[-1].split() if each.endswith(self._nick)]
        is_owner = any(each.startswith(FOUNDER_MARK) for each in own)
        return {OWNER: YES} if is_owner else {}

    def _topic(self, new: str) -> Deed:
        return Deed("topic", new, f"TOPIC {self.room} :{new}")

    def _key(self, new: str) -> Deed:
        if self._chance.random() < 1 / 2:
            return Deed("key", NOTHING, f"MODE {self.room} -k *")
        return Deed("key", new, f"MODE {self.room} +k {new}")

    def _limit(self, _new: str) -> Deed:
        limit = str(self._chance.randint(10, 999))
        return Deed("limit", limit, f"MODE {self.room} +l {limit}")

    def _moderation(self, _new: str) -> Deed:
        is_on = self._chance.random() < 1 / 2
        sign, value = ("+", YES) if is_on else ("-", NOTHING)
        return Deed("moderated", value, f"MODE {self.room} {sign}m")

    def _ban(self, _new: str) -> Deed:
        mask = f"somebody{self._chance.randrange(MASKS)}!*@*"
        is_on = self._chance.random() < 2 / 3
        sign, value = ("+", YES) if is_on else ("-", NOTHING)
        return Deed(f"ban {mask}", value, f"MODE {self.room} {sign}b {mask}")

    def _marker(self, _new: str) -> Deed:
        time = render_time(
            int((READ_FIRST + timedelta(minutes=self._count)).timestamp() * 1000)
        )
        value = f"timestamp={time}"
        return Deed("marker", value, f"MARKREAD #lobby {value}")

    def _value(self, new: str) -> Deed:
        return Deed("colour", new, f"METADATA {self.room} SET colour :{new}")


def _modes_in(params: Sequence[str]) -> dict[str, str]:
    _, _, modes, *arguments = params
    found = {"moderated": YES} if "m" in modes else {}
    for letter in modes:
        if letter in "kl":
            found[{"k": "key", "l": "limit"}[letter]] = arguments.pop(0)
    return found


def _marker_in(params: Sequence[str]) -> dict[str, str]:
    return {} if params[1] == "*" else {"marker": params[1]}
