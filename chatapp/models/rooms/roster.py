"""Who is in which channel, and what is known of each person, for one session."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from chatapp.models.entities import Person, Presence
from chatapp.models.rooms.member_order import MemberOrder
from chatapp.models.rooms.names_list import NamesList
from chatapp.wire.message import can_be_named
from chatapp.wire.modes import ModeTypes

MOST_CHANNELS = 1_000
MOST_MEMBERS = 100_000
MOST_PEOPLE = 200_000


@dataclass(slots=True)
class KnownPerson:
    """What is known of somebody who shares a channel with this session.

    The server tells of its operators where one asks about somebody, and not when that
    changes. `places` counts the lists of members that name this person.
    """

    nick: str
    user: str = ""
    host: str = ""
    realname: str = ""
    account: str = ""
    away: str | None = None
    is_asked_about: bool = False
    is_server_operator: bool = False
    places: int = 0


@dataclass(slots=True)
class Channel:
    """A joined channel: its members' prefix modes, by folded nick.

    `flags` are the modes that take no argument, None as long as they are not known.
    `bans` are those made there since one came, by their folded text.
    """

    name: str
    members: dict[str, str] = field(default_factory=dict)
    listed: NamesList | None = None
    order: MemberOrder = field(default_factory=MemberOrder)
    asked: bool = False
    flags: str | None = None
    bans: dict[str, str] = field(default_factory=dict)

    def __contains__(self, key: str) -> bool:
        """Tell whether somebody is a member, or in the list that is being told."""
        return any(key in members for members in self.lists())

    def lists(self) -> list[dict[str, str]]:
        """Give what changes with each person: the members, and what is being told."""
        listed = [] if self.listed is None else [self.listed.members]
        return [self.members, *listed]


class Roster:
    """Knows the channels of a session and the people in them."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        self._fold = fold
        self._channels: dict[str, Channel] = {}
        self._people: dict[str, KnownPerson] = {}

    def channel(self, name: str) -> Channel | None:
        """Find a joined channel."""
        return self._channels.get(self._fold(name))

    def channels(self) -> list[str]:
        """Name the joined channels."""
        return [channel.name for channel in self._channels.values()]

    def person(self, nick: str) -> KnownPerson | None:
        """Find somebody who shares a channel with this session."""
        return self._people.get(self._fold(nick))

    def open(self, name: str) -> bool:
        """Begin to know a channel; False when that cannot be.

        There are too many already, or no command could name it.
        """
        self.close(name)
        if len(self._channels) >= MOST_CHANNELS or not can_be_named(name):
            return False
        self._channels[self._fold(name)] = Channel(name)
        return True

    def close(self, name: str) -> None:
        """Forget a channel, and everybody who is in no other."""
        channel = self._channels.pop(self._fold(name), None)
        for members in channel.lists() if channel else ():
            self._forget(members)

    def add(self, name: str, nick: str, modes: str = "") -> KnownPerson | None:
        """Put somebody into a channel; None when that cannot be."""
        channel = self.channel(name)
        if channel is None:
            return None
        key = self._fold(nick)
        if channel.listed is not None:
            channel.listed.come(key)
            if key not in channel.listed.members:
                self._note(channel.listed.members, nick, modes)
        return self._note(channel.members, nick, modes)

    def remove(self, name: str, nick: str) -> bool:
        """Take somebody out of a channel; False when they were not in it."""
        channel = self.channel(name)
        key = self._fold(nick)
        if channel is None:
            return False
        if channel.listed is not None:
            channel.listed.go(key)
        found = [members for members in channel.lists() if key in members]
        for members in found:
            del members[key]
            self._forget((key,))
        return bool(found)

    def remove_everywhere(self, nick: str) -> list[str]:
        """Take somebody out of all channels; say which those were."""
        return [name for name in self.channels() if self.remove(name, nick)]

    def shared_with(self, nick: str) -> list[str]:
        """Name the channels in which somebody is."""
        key = self._fold(nick)
        return [each.name for each in self._channels.values() if key in each]

    def rename(self, old: str, new: str) -> list[str]:
        """Give somebody another nick; say in which channels they are."""
        old_key, new_key = self._fold(old), self._fold(new)
        if new_key != old_key:
            self.remove_everywhere(new)  # whose nick it was has lost it
        person = self._people.pop(old_key, None)
        if person:
            person.nick = new
            self._people[new_key] = person
        shared = self.shared_with(old)
        for channel in self._channels.values():
            for members in channel.lists():
                if old_key in members:
                    members[new_key] = members.pop(old_key)
            if channel.listed is not None:
                channel.listed.rename(old_key, new_key, new)
        return shared

    def list_member(self, name: str, nick: str, modes: str) -> KnownPerson | None:
        """Take down one name of a list that ends with finish_list."""
        channel = self.channel(name)
        if channel is None:
            return None
        if channel.listed is None:
            channel.listed = NamesList()
        present = channel.listed.present_nick(self._fold(nick), nick)
        return self._note(channel.listed.members, present, modes) if present else None

    def finish_list(self, name: str) -> None:
        """Replace a channel's members by those who were listed."""
        channel = self.channel(name)
        if channel is None or channel.listed is None:
            return
        before = channel.members
        channel.members, channel.listed = channel.listed.members, None
        self._forget(before)

    def set_mode(self, name: str, nick: str, letter: str, *, adding: bool) -> None:
        """Give or take a prefix mode."""
        channel = self.channel(name)
        key = self._fold(nick)
        for members in channel.lists() if channel else ():
            if key in members:
                without = members[key].replace(letter, "")
                members[key] = without + letter if adding else without

    def set_flag(self, name: str, letter: str, *, adding: bool) -> None:
        """Give or take a mode of a channel's own, once its modes are known."""
        channel = self.channel(name)
        if channel and channel.flags is not None:
            without = channel.flags.replace(letter, "")
            channel.flags = without + letter if adding else without

    def presence(self, nick: str) -> Presence | None:
        """Tell whether somebody can answer; None when no channel is shared."""
        person = self.person(nick)
        if person is None:
            return None
        return Presence.ONLINE if person.away is None else Presence.AWAY

    def people(self, name: str, types: ModeTypes, me: str) -> list[Person]:
        """List a channel's members by rank, then by name."""
        channel = self.channel(name)
        if channel is None:
            return []
        ranks = {modes: types.rank(modes) for modes in set(channel.members.values())}
        symbols = {modes: types.symbols_of(modes)[:1] for modes in ranks}
        me_key = self._fold(me)
        members = channel.members
        by_name = channel.order.of(members.keys())
        by_rank = sorted(by_name, key=lambda key: ranks[members[key]])
        return [
            self._describe(key, symbols[members[key]], is_me=key == me_key)
            for key in by_rank
        ]

    def _note(
        self, members: dict[str, str], nick: str, modes: str
    ) -> KnownPerson | None:
        """Add to a list of members, unless the server names more than can be true."""
        key = self._fold(nick)
        is_too_much = len(members) >= MOST_MEMBERS or len(self._people) >= MOST_PEOPLE
        if is_too_much and key not in self._people:
            return None
        person = self._people.setdefault(key, KnownPerson(nick))
        if key not in members:
            person.places += 1
        members[key] = modes
        return person

    def _describe(self, key: str, rank: str, *, is_me: bool) -> Person:
        known = self._people.get(key) or KnownPerson(key)
        presence = Presence.ONLINE if known.away is None else Presence.AWAY
        return Person(known.nick, rank, presence, known.away or "", is_me)

    def _forget(self, keys: Iterable[str]) -> None:
        """Note that a list names these no more; drop who is in no other."""
        for key in keys:
            person = self._people.get(key)
            if person:
                person.places -= 1
                if not person.places:
                    del self._people[key]
