"""A simple model of the world: who is where, who may do what, and what comes of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

RANKS = "qaohv"
MODERATORS = frozenset("qaoh")
DEFAULT_FLAGS = frozenset("nt")
STRANGER = -1


@dataclass
class Room:
    """A room, and those who are in it by the number of their client."""

    members: dict[int, set[str]] = field(default_factory=dict)
    flags: set[str] = field(default_factory=lambda: set(DEFAULT_FLAGS))
    key: str = ""
    limit: int = 0
    topic: str = ""
    bans: set[str] = field(default_factory=set)
    wanted: dict[int, bool] = field(default_factory=dict)

    def moderates(self, who: int) -> bool:
        """Tell whether somebody looks after it."""
        return not MODERATORS.isdisjoint(self.members.get(who, ()))


@dataclass
class PlainRules:
    """Nicks and rooms; each act says whether it may be, and makes it true if so."""

    nicks: dict[int, str] = field(default_factory=dict)
    rooms: dict[str, Room] = field(default_factory=dict)

    def join(self, who: int, name: str, key: str) -> None:
        room = self.rooms.get(name)
        if room is None:
            self.rooms[name] = Room({who: {"o"}})
        elif who not in room.members and self._may_enter(room, who, key):
            room.members[who] = set()
            room.wanted.pop(who, None)

    def _may_enter(self, room: Room, who: int, key: str) -> bool:
        is_wanted = room.wanted.get(who, False)
        if room.key and key != room.key:
            return False
        if "i" in room.flags and who not in room.wanted:
            return False
        is_full = bool(room.limit) and len(room.members) >= room.limit
        return is_wanted or not (is_full or self._is_banned(room, who))

    def _is_banned(self, room: Room, who: int) -> bool:
        return any(fnmatchcase(self.nicks[who], mask) for mask in room.bans)

    def _is_silent(self, room: Room, who: int) -> bool:
        """Tell whether somebody in a room has no rank there and a ban on them."""
        return room.members.get(who) == set() and self._is_banned(room, who)

    def leave(self, who: int, name: str) -> None:
        room = self.rooms.get(name)
        if room and room.members.pop(who, None) is not None and not room.members:
            del self.rooms[name]

    def quit(self, who: int) -> None:
        for name in list(self.rooms):
            self.leave(who, name)
        for room in self.rooms.values():
            room.wanted.pop(who, None)
        del self.nicks[who]

    def kick(self, who: int, name: str, other: int) -> None:
        room = self.rooms.get(name)
        if room and room.moderates(who) and other in room.members:
            self.leave(other, name)

    def rank(
        self, who: int, name: str, other: int, letter: str, *, adding: bool
    ) -> None:
        room = self.rooms.get(name)
        if room and room.moderates(who) and other in room.members:
            ranks = room.members[other]
            (ranks.add if adding else ranks.discard)(letter)

    def flag(self, who: int, name: str, letter: str, *, adding: bool) -> None:
        room = self.rooms.get(name)
        if room and room.moderates(who):
            (room.flags.add if adding else room.flags.discard)(letter)

    def set_key(self, who: int, name: str, key: str) -> None:
        room = self.rooms.get(name)
        if room and room.moderates(who):
            room.key = key

    def set_limit(self, who: int, name: str, limit: int) -> None:
        room = self.rooms.get(name)
        if room and room.moderates(who):
            room.limit = limit

    def ban(self, who: int, name: str, nick: str, *, adding: bool) -> None:
        room = self.rooms.get(name)
        if room and room.moderates(who):
            (room.bans.add if adding else room.bans.discard)(nick)

    def set_topic(self, who: int, name: str, text: str) -> None:
        room = self.rooms.get(name)
        if (
            room
            and who in room.members
            and ("t" not in room.flags or room.moderates(who))
        ):
            room.topic = text

    def invite(self, who: int, name: str, other: int) -> None:
        room = self.rooms.get(name)
        if room is None or who not in room.members or other in room.members:
            return
        if "i" not in room.flags or room.moderates(who):
            room.wanted[other] = room.wanted.get(other, False) or room.moderates(who)

    def rename(self, who: int, nick: str) -> None:
        is_held = any(self._is_silent(room, who) for room in self.rooms.values())
        if nick not in self.nicks.values() and not is_held:
            self.nicks[who] = nick

    def hearers(self, who: int, name: str) -> set[int]:
        """Give who hears what somebody says in a room; nobody if he may not say it."""
        room = self.rooms.get(name)
        if room is None:
            return set()
        others = set(room.members) - {who}
        if room.members.get(who):
            return others
        is_outside = who not in room.members and "n" in room.flags
        is_silent = "m" in room.flags or self._is_banned(room, who)
        return set() if is_outside or is_silent else others


def read_off(world: Any, nicks: dict[int, str], names: tuple[str, ...]) -> PlainRules:
    """Give the model of what is, after something whose outcome nobody foretells."""
    users = {number: world.user(nick) for number, nick in nicks.items()}
    numbers = {user: number for number, user in users.items() if user}
    rules = PlainRules({number: user.nick for user, number in numbers.items()})
    for name in names:
        channel = world.channel(name)
        if channel is None:
            continue
        rules.rooms[name] = Room(
            {
                numbers.get(user, STRANGER): set(ranks)
                for user, ranks in channel.members.items()
            },
            set(channel.modes.flags),
            channel.modes.key or "",
            channel.modes.limit or 0,
            channel.topic.text if channel.topic else "",
            {each.mask.partition("!")[0] for each in channel.modes.entries("b")},
            {
                number: user.invitations[channel].name != "GATE"
                for user, number in numbers.items()
                if channel in user.invitations
            },
        )
    return rules


def unlike(rules: PlainRules, other: PlainRules) -> Iterator[str]:
    """Say where the model and what is differ."""
    if rules.nicks != other.nicks:
        yield f"nicks: {rules.nicks}, and there are {other.nicks}"
    for name in rules.rooms.keys() | other.rooms.keys():
        room, found = rules.rooms.get(name), other.rooms.get(name)
        if room != found:
            yield f"{name}: {room}, and there is {found}"
