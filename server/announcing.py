"""Whether the server announces itself, and what it says of itself at a moment."""

import socket
from collections.abc import Callable, Sequence
from functools import partial

from chatapp.wire.announcement import Announcement, Needs
from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.this_computer import is_here
from server.commands.ports import Services
from server.network.addresses import (
    addresses_for_others,
)
from server.network.announcing import Announcer
from server.settings.server_settings import ServerSettings
from server.settings.settings import Settings


def announcers_for(
    settings: Settings,
    places: Sequence[tuple[str, int]],
    tell: Callable[[], Announcement | None],
) -> list[Announcer]:
    """Give what tells the local network of a server; nothing where it shall not."""
    host = settings.server.host
    if not settings.discovery.announce or is_here(host):
        return []
    addresses = partial(addresses_for_others, host)
    return [Announcer(port, tell, addresses) for _, port in places[:1]]


def announcement_of(services: Services) -> Announcement:
    """Give what is so now; only the reactor's thread may ask."""
    settings = services.settings
    return Announcement(
        settings.discovery.name or _usual_name(settings),
        Fingerprint.parse(services.security.fingerprint),
        needs_of(services),
        services.world.registered_users,
    )


def needs_of(services: Services) -> Needs:
    """Tell what somebody needs to come in."""
    if services.lets_in_only_invited:
        return Needs.INVITATION
    has_password = bool(services.settings.server.password)
    return Needs.PASSWORD if has_password else Needs.NOTHING


def _usual_name(settings: Settings) -> str:
    """Give what the server says of itself, else the network and this computer.

    Whoever reads it may speak any language, so there are no words in it.
    """
    server = settings.server
    if server.description != ServerSettings().description:
        return server.description
    computer = socket.gethostname().partition(".")[0]
    return f"{server.network} ({computer})" if computer else server.network
