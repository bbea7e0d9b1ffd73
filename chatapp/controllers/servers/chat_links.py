"""Opens links to chats: in a server that is in the window, or in one more."""

from collections.abc import Callable, Sequence

from chatapp.controllers.servers import server_wording as wording
from chatapp.controllers.servers.server_doors import ServerDoor
from chatapp.models.entities import Connectedness
from chatapp.models.servers.server_address import MalformedAddress, ServerAddress
from chatapp.wire.invite_link import SCHEMES
from chatapp.wire.ports import PLAIN_PORT, TLS_PORT

_USUAL = {PLAIN_PORT, TLS_PORT}


def is_chat_link(text: str) -> bool:
    """Tell whether a text is a link that leads to a chat."""
    scheme, colon, _ = text.strip().partition("://")
    return bool(colon) and scheme.lower() in SCHEMES


class ChatLinks:
    """Goes where links lead."""

    def __init__(
        self, doors: Callable[[], Sequence[ServerDoor]], add: Callable[[str], None]
    ) -> None:
        """Go there.

        Args:
            doors: the servers that are in the window.
            add: asks whether to sign in where a link leads, besides them.
        """
        self._doors = doors
        self._add = add

    def open(self, text: str) -> str:
        """Go where a link leads; where that cannot be, say why."""
        try:
            address = ServerAddress.parse(text)
        except MalformedAddress as error:
            return str(error)
        door = next((it for it in self._doors() if _leads_to(address, it)), None)
        if door is None:
            self._add(text.strip())
        else:
            return _go(door, address, text.strip())
        return ""


def _go(door: ServerDoor, address: ServerAddress, text: str) -> str:
    """Go to a server that is in the window; say so where one is there already."""
    network = door.network
    is_online = network.state is Connectedness.ONLINE
    if address.fingerprint and not is_online:
        door.invite(text)
    elif address.channel and door.is_open:
        door.enter(address.channel)
    elif door.is_shown and is_online:
        return wording.ALREADY_THERE.format(name=network.name)
    else:
        door.show()
        network.retry_now()
    return ""


def _leads_to(address: ServerAddress, door: ServerDoor) -> bool:
    """Tell whether an address is that of a server one is on; its two ports are one."""
    network = door.network
    known = network.encryption.fingerprint if network.encryption else None
    if address.fingerprint and known:
        return address.fingerprint == known
    if (
        address.fingerprint
        and address.fingerprint == network.expecting.demand.fingerprint
    ):
        return True
    ports = {address.port or PLAIN_PORT, network.port}
    is_there = address.host.lower() == network.host.lower()
    return is_there and (len(ports) == 1 or ports == _USUAL)
