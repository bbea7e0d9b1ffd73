"""What leads into one server of the window: notices, links and the switcher."""

from dataclasses import replace
from typing import TYPE_CHECKING

from chatapp.controllers.servers.another_certificate import AnotherCertificate
from chatapp.controllers.servers.server_doors import ServerDoor
from chatapp.controllers.sign_in.first_form import as_address_names
from chatapp.controllers.validation import password_of
from chatapp.models.servers.server_address import ServerAddress
from chatapp.owner import Owner

if TYPE_CHECKING:
    from chatapp.workspace import Workspace


class WaysIn:
    """Shows a server, and what somebody wants there."""

    def __init__(
        self, workspace: "Workspace", owner: Owner, another: AnotherCertificate
    ) -> None:
        self._workspace = workspace
        self._owner = owner
        self._another = another

    def door(self) -> ServerDoor:
        """Give what leads here from elsewhere in the window."""
        it = self._workspace
        return ServerDoor(
            it.key,
            it.network,
            it.is_signed_in,
            it.is_shown,
            self._show,
            self._enter,
            self._write_to,
            self._invite,
        )

    def go_to(self, room: str) -> None:
        """Show a room of this server, because somebody has pressed a notice of it."""
        self._show()
        it = self._workspace
        if it.chat and it.network.room(room):
            it.chat.open_room(room)

    def _show(self) -> None:
        self._owner.bring_up(self._workspace)

    def _enter(self, name: str) -> None:
        """Show a room of this server, and join it if need be."""
        self.go_to(name)
        network = self._workspace.network
        room = network.room(name)
        if room is None or not room.joined:
            network.join(name)

    def _write_to(self, nick: str) -> None:
        """Show the conversation with somebody on this server."""
        self._show()
        self._workspace.network.open_direct(nick)

    def _invite(self, link: str) -> None:
        """Go anew to this server by a link that names its certificate."""
        self._show()
        it, address = self._workspace, ServerAddress.parse(link)
        if it.is_signed_in and address.fingerprint:
            place = (address.host, address.port or it.network.port)
            self._another.invited(place, address.fingerprint, password_of(address))
            return
        form = it.signing_in.stage.form_without_secret()
        it.signing_in.begin(as_address_names(replace(form, address=link)))
