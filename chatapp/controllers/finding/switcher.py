"""The switcher: goes to a room, a person or a command by a few of its letters."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Protocol

from chatapp.controllers.finding.other_rooms import OtherRooms
from chatapp.controllers.rooms.keyed_joining import name_in_one_word
from chatapp.controllers.servers import server_wording
from chatapp.controllers.servers.chat_links import is_chat_link
from chatapp.controllers.servers.server_doors import ServerDoor
from chatapp.controllers.writing.command_table import by_use
from chatapp.controllers.writing.nearness import distance
from chatapp.language import gettext as _
from chatapp.models.entities import Connectedness, Finding, FindingKind, Room, RoomKind
from chatapp.models.network import Network
from chatapp.wire.names import check_channel, fold, is_channel

MOST_SHOWN = 6
LEAST_KNOWN = 4
"""So many of what one has already are shown, whichever rooms could be joined."""
MOST_ROOMS = 4
"""So many rooms without news are shown at first, where there are people besides."""

Pool = Sequence[tuple[str, Finding]]


class SwitcherView(Protocol):
    """A card with a field to type in, and what was found underneath."""

    on_type: Callable[[str], None]
    on_choose: Callable[[Finding], None]

    @property
    def is_open(self) -> bool:
        """Whether the card is still there."""

    def open(self) -> None:
        """Show the card, with an empty field that has the keyboard."""

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """List what was found, the best first."""


class SwitcherController:
    """Finds what one can go to, and goes there."""

    def __init__(
        self,
        new_view: Callable[[], SwitcherView],
        network: Network,
        other_rooms: OtherRooms,
        select: Callable[[str], None],
        write: Callable[[str], None],
        others: Callable[[], Sequence[ServerDoor]] = tuple,
        open_link: Callable[[str], object] = lambda _link: None,
    ) -> None:
        """Go where one chooses.

        Args:
            new_view: opens a card each time.
            network: whose rooms and people are found.
            other_rooms: the rooms there that one is not in.
            select: opens a room that is there.
            write: puts the beginning of a command into the composer.
            others: the other servers one is on.
            open_link: goes where a link to a chat leads.
        """
        self._new_view = new_view
        self._network = network
        self._other_rooms = other_rooms
        self._view: SwitcherView | None = None
        self._typed = ""
        self._pool: Pool | None = None
        self._select = select
        self._write = write
        self._others = others
        self._open_link = open_link

    def open(self) -> None:
        """Ask where to go."""
        view = self._view = self._new_view()
        self._pool = None
        view.on_type = self._type
        view.on_choose = self.go_to
        self._other_rooms.on_listed = self._listed
        self._type("")
        view.open()

    def find(self, text: str) -> Sequence[Finding]:
        """Find what goes by these letters; without any, what is at hand."""
        wanted = fold(text.strip().lstrip("@"))
        if text.startswith("/"):
            return _best(wanted.lstrip("/"), _keyed(self._commands()))
        if is_chat_link(text):
            return [Finding(FindingKind.LINK, text.strip(), server_wording.OPEN_LINK)]
        if not wanted:
            return self._at_hand()
        self._other_rooms.ask()
        if self._pool is None:  # with thousands of people that takes a moment
            self._pool = _keyed(self._all())
        wanted = wanted.lstrip("#&")
        found = _best(wanted, self._pool)
        room = MOST_SHOWN - min(len(found), LEAST_KNOWN)
        others = self._other_rooms.find(wanted, room)
        found = [*found[: MOST_SHOWN - len(others)], *others]
        return (
            found if found and not is_channel(text.strip()) else self._new(text, found)
        )

    def go_to(self, finding: Finding) -> None:
        """Open what was chosen."""
        if finding.server:
            self._go_away(finding)
        elif finding.kind is FindingKind.LINK:
            self._open_link(finding.name)
        elif finding.kind is FindingKind.COMMAND:
            self._write(f"{finding.name} ")
        elif finding.kind is FindingKind.PERSON:
            self._network.open_direct(finding.name)
        elif finding.kind in (FindingKind.OTHER_ROOM, FindingKind.NEW_ROOM):
            self._network.join(finding.name)
        else:
            self._select(finding.name)

    def _type(self, text: str) -> None:
        self._typed = text
        if self._view:
            self._view.show_findings(self.find(text))

    def _listed(self) -> None:
        """Show what fits of the rooms that the server has told of meanwhile."""
        if self._view and self._view.is_open:
            self._type(self._typed)

    def _new(self, text: str, found: list[Finding]) -> list[Finding]:
        """Offer the room of this name besides, if there can be one, and none is found.

        A room that the server does not list may have it, so one makes it or joins it.
        """
        name = name_in_one_word(text.strip())
        name = name if is_channel(name) else f"#{name}"
        is_known = any(self._network.same(it.name, name) for it in found)
        is_online = self._network.state is Connectedness.ONLINE
        longest = self._network.directory.longest_name
        is_person = text.strip().startswith("@")
        if not is_online or is_person or is_known or check_channel(name, longest):
            return found
        words = _("No room you can see has this name.")
        return [*found[: MOST_SHOWN - 1], Finding(FindingKind.NEW_ROOM, name, words)]

    def _at_hand(self) -> Sequence[Finding]:
        """List the rooms as they stand, those with news before, and then people."""
        rooms = [_of_room(room) for room in self._network.rooms()]
        away = [it for door in self._others() for it in self._rooms_of(door)]
        waiting = [room for room in [*rooms, *away] if room.unread]
        others = [room for room in rooms if not room.unread]
        looked_at = self._network.room_looked_at
        near_first = sorted(rooms, key=lambda room: room.name != looked_at)
        people = list(islice(_people(self._network, near_first), MOST_SHOWN))
        free = max(0, MOST_ROOMS - len(waiting))
        return [*waiting, *others[:free], *people, *others[free:]][:MOST_SHOWN]

    def _commands(self) -> list[Finding]:
        """List those that work for one in the room that is looked at."""
        network = self._network
        may = network.moderation.may_moderate(network.room_looked_at)
        return [
            Finding(FindingKind.COMMAND, f"/{row.name}", row.summary)
            for row in by_use(moderates=may)
            if may or not row.moderates
        ]

    def _all(self) -> Iterator[Finding]:
        """Give whatever one can go to, but rooms that one is not in."""
        rooms = [_of_room(room) for room in self._network.rooms()]
        yield from rooms
        yield from _people(self._network, rooms)
        yield from self._commands()
        yield from self._elsewhere()

    def _elsewhere(self) -> list[Finding]:
        """List the other servers, and whom and what there is on them."""
        found: list[Finding] = []
        for door in self._others():
            name, key = door.network.name, door.key
            place = f"{door.network.host}:{door.network.port}"
            found.append(Finding(FindingKind.SERVER, name, place, server=key))
            rooms = self._rooms_of(door)
            found += rooms
            found += [
                replace(person, detail=self._name_of(door), server=key)
                for person in _people(door.network, rooms)
            ]
        return found

    def _rooms_of(self, door: ServerDoor) -> list[Finding]:
        """List the rooms of another server; a word says on which one they are."""
        name = self._name_of(door)
        return [
            replace(_of_room(room), detail=name, server=door.key)
            for room in door.network.rooms()
        ]

    def _name_of(self, door: ServerDoor) -> str:
        """Name a server so that it is told from the others."""
        network, others = door.network, self._others()
        names = [self._network.name, *(it.network.name for it in others)]
        is_alone = names.count(network.name) == 1
        return network.name if is_alone else f"{network.host}:{network.port}"

    def _go_away(self, finding: Finding) -> None:
        """Open what was chosen on another server."""
        door = next((it for it in self._others() if it.key == finding.server), None)
        if door is None:
            return
        if finding.kind is FindingKind.SERVER:
            door.show()
        elif finding.kind is FindingKind.PERSON:
            door.write_to(finding.name)
        else:
            door.enter(finding.name)


def _people(network: Network, rooms: Iterable[Finding]) -> Iterator[Finding]:
    """Give everybody who is in a room with one, and has no conversation yet."""
    rooms = list(rooms)
    known = {fold(room.name) for room in rooms}
    known.add(fold(network.nick))
    words = _("Write a message")
    for room in rooms:
        if is_channel(room.name):
            for person in network.people(room.name):
                key = fold(person.nick)
                if key not in known:
                    known.add(key)
                    yield Finding(FindingKind.PERSON, person.nick, words)


def _of_room(room: Room) -> Finding:
    if room.kind is RoomKind.DIRECT:
        kind, detail = FindingKind.CONVERSATION, _("Direct message")
    else:
        kind, detail = FindingKind.ROOM, room.topic
    return Finding(kind, room.name, detail, room.waiting)


def _keyed(candidates: Iterable[Finding]) -> Pool:
    """Put the letters by which it is found beside each candidate."""
    return [(fold(it.name.lstrip("#&/")), it) for it in candidates]


def _best(wanted: str, pool: Pool) -> list[Finding]:
    """Sort what fits: by how well it does, and then as it stands."""
    near: tuple[list[Finding], ...] = ([], [], [])
    for key, finding in pool:
        far = distance(wanted, key)
        if far is not None:
            near[far].append(finding)
            if len(near[0]) == MOST_SHOWN:
                break
    return [finding for part in near for finding in part][:MOST_SHOWN]
