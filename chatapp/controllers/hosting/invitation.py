"""Tells how others join, while one is alone or hosts the chat oneself."""

from collections.abc import Callable

from chatapp.controllers.drawing import Drawing
from chatapp.controllers.hosting.host_wording import HOST_INVITES, ONLY_INVITED, TITLE
from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.open_room import OpenRoom
from chatapp.language import gettext as _
from chatapp.models.entities import Connectedness, NoticeAction, Room, RoomKind, Tone
from chatapp.models.events import (
    ConnectionChanged,
    PeopleChanged,
    RoomSelected,
)
from chatapp.models.hosting.hosting import Hosting
from chatapp.models.hosting.operator_events import BecameOperator, InvitedOnly
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.wire.ports import PLAIN_PORT
from chatapp.wire.this_computer import is_here

INVITATION = "invitation"


class InvitationController:
    """Shows an invitation, and takes it away once somebody has come."""

    def __init__(
        self,
        notices: NoticesView,
        network: Network,
        bus: EventBus,
        hosting: Hosting,
        copy: Callable[[str], None],
        invite: Callable[[], None],
    ) -> None:
        """Show nothing yet; `invite` shows the links that let others in."""
        self._notices = notices
        self._network = network
        self._hosting = hosting
        self._copy = copy
        self._invite = invite
        self._is_operator = False
        self._room = OpenRoom(bus, network.same)
        self._sought = ""
        self._shown: tuple[str, *tuple[NoticeAction, ...]] | None = None
        bus.subscribe(BecameOperator, self._became_operator)
        bus.subscribe(ConnectionChanged, self._connection_changed)
        Drawing(
            bus,
            self._draw,
            ConnectionChanged,
            PeopleChanged,
            RoomSelected,
            InvitedOnly,
            BecameOperator,
        )

    @property
    def command(self) -> str:
        """What others type to join."""
        port = self._network.port
        suffix = "" if port == PLAIN_PORT else f" --port {port}"
        return f"chatapp --server {self._address()}{suffix}"

    def _address(self) -> str:
        """Tell where others find this server."""
        encryption = self._network.encryption
        fingerprint = encryption.fingerprint if encryption else None
        known = self._hosting.address_for_others(self._network.host, fingerprint)
        return self._sought if self._sought and is_here(known) else known

    def _connection_changed(self, event: ConnectionChanged) -> None:
        self._sought = ""
        if event.state is not Connectedness.ONLINE:
            self._is_operator = False

    def _seek(self) -> None:
        """Look, once, where else a server answers that is reached on this computer."""
        address = self._address()
        if not self._sought and is_here(address):
            self._sought = address
            self._hosting.seek_address(address, self._network.port, self._found)

    def _found(self, address: str) -> None:
        self._sought = address
        self._draw()

    def _became_operator(self, _event: BecameOperator) -> None:
        self._is_operator = True

    def _draw(self) -> None:
        wanted = self._notice() if self._alone() else None
        if wanted == self._shown:
            return
        self._shown = wanted
        if wanted is None:
            self._notices.hide(INVITATION)
            return
        text, *actions = wanted
        self._notices.show(INVITATION, text, Tone.INFO, *actions)

    def _notice(self) -> tuple[str, *tuple[NoticeAction, ...]]:
        """Say how others join, and offer what they need for that."""
        if self._network.lets_in_only_invited:
            if not self._is_operator:
                return (HOST_INVITES,)
            return ONLY_INVITED, NoticeAction(TITLE, self._invite)
        self._seek()
        text = _("Only you are here. {others} join with:  {command}").format(
            others=self._others(), command=self.command
        )
        return text, NoticeAction(_("Copy"), self._copy_command)

    def _copy_command(self) -> None:
        self._copy(self.command)

    def _others(self) -> str:
        """Say who can join by the command: over loopback, nobody elsewhere."""
        return _("Others on this computer") if is_here(self._address()) else _("Others")

    def _alone(self) -> bool:
        if self._network.state is not Connectedness.ONLINE:
            return False
        room = self._network.room(self._room.name)
        if room is None or room.kind is not RoomKind.CHANNEL or not room.joined:
            return False
        people = self._network.people
        return all(len(people(other.name)) == 1 for other in self._channels())

    def _channels(self) -> list[Room]:
        rooms = self._network.rooms()
        return [room for room in rooms if room.kind is RoomKind.CHANNEL and room.joined]
