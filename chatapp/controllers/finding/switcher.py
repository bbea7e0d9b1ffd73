"""The switcher: goes to a room, a person or a command by a few of its letters."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from chatapp.controllers.servers import server_wording
from chatapp.controllers.servers.chat_links import is_chat_link
from chatapp.controllers.servers.server_doors import ServerDoor
from chatapp.controllers.writing.command_table import TABLE
from chatapp.controllers.writing.nearness import distance
from chatapp.language import gettext as _
from chatapp.models.entities import Finding, FindingKind, Room, RoomKind
from chatapp.models.network import Network
from chatapp.wire.names import fold, is_channel

MOST_SHOWN = 6


class SwitcherView(Protocol):
    """A card with a field to type in, and what was found underneath."""

    on_type: Callable[[str], None]
    on_choose: Callable[[Finding], None]

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
        select: Callable[[str], None],
        write: Callable[[str], None],
        others: Callable[[], Sequence[ServerDoor]] = tuple,
        open_link: Callable[[str], object] = lambda _link: None,
    ) -> None:
        """Go where one chooses.

        Args:
            new_view: opens a card each time.
            network: whose rooms and people are found.
            select: opens a room that is there.
            write: puts the beginning of a command into the composer.
            others: the other servers one is on.
            open_link: goes where a link to a chat leads.
        """
        self._new_view = new_view
        self._network = network
        self._select = select
        self._write = write
        self._others = others
        self._open_link = open_link

    def open(self) -> None:
        """Ask where to go."""
        view = self._new_view()
        view.on_type = lambda text: view.show_findings(self.find(text))
        view.on_choose = self.go_to
        view.show_findings(self.find(""))
        view.open()

    def find(self, text: str) -> Sequence[Finding]:
        """Find what goes by these letters; without any, the rooms as they stand."""
        wanted = fold(text.strip().lstrip("@"))
        if text.startswith("/"):
            return _best(wanted.lstrip("/"), _commands())
        if is_chat_link(text):
            return [Finding(FindingKind.LINK, text.strip(), server_wording.OPEN_LINK)]
        rooms = [_of_room(room) for room in self._network.rooms()]
        if not wanted:
            away = [it for door in self._others() for it in self._rooms_of(door)]
            waiting = [room for room in [*rooms, *away] if room.unread]
            others = [room for room in rooms if not room.unread]
            return [*waiting, *others][:MOST_SHOWN]
        here = [*rooms, *_people(self._network, rooms), *_commands()]
        return _best(wanted, [*here, *self._elsewhere()])

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
        else:
            self._select(finding.name)

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


def _people(network: Network, rooms: Iterable[Finding]) -> list[Finding]:
    """List everybody who is in a room with one, and has no conversation yet."""
    known = {fold(room.name) for room in rooms}
    known.add(fold(network.nick))
    found: dict[str, Finding] = {}
    for room in rooms:
        if is_channel(room.name):
            for person in network.people(room.name):
                found.setdefault(
                    fold(person.nick),
                    Finding(FindingKind.PERSON, person.nick, _("Write a message")),
                )
    return [finding for nick, finding in found.items() if nick not in known]


def _of_room(room: Room) -> Finding:
    if room.kind is RoomKind.DIRECT:
        kind, detail = FindingKind.CONVERSATION, _("Direct message")
    else:
        kind, detail = FindingKind.ROOM, room.topic
    return Finding(kind, room.name, detail, room.waiting)


def _commands() -> list[Finding]:
    return [
        Finding(FindingKind.COMMAND, f"/{row.name}", row.summary)
        for row in TABLE.values()
    ]


def _best(wanted: str, candidates: Iterable[Finding]) -> list[Finding]:
    """Sort what fits: by how well it does, and then as it stands."""
    rated = [
        (distance(wanted.lstrip("#&"), fold(it.name.lstrip("#&/"))), it)
        for it in candidates
    ]
    fitting = [(near, it) for near, it in rated if near is not None]
    fitting.sort(key=lambda pair: pair[0])
    return [finding for _near, finding in fitting[:MOST_SHOWN]]
