"""Does all checks one after the other, those first without which the others fail."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from chatapp.system.interfaces import list_interfaces
from chatapp.wire.findings import Finding, Verdict
from server.doctor.certificate import check_certificate
from server.doctor.clock import check_clock
from server.doctor.firewall import check_firewall
from server.doctor.listening import check_listening, check_reach, ports_of
from server.doctor.multicast import check_multicast
from server.doctor.networks import check_ipv6, check_networks
from server.doctor.own_server import is_announced, own_places, settings_at
from server.doctor.storage import check_storage
from server.network.addresses import addresses_for_others
from server.network.tls_keeper import certificate_path
from server.settings.settings import Settings


def examine(settings: Settings, path: Path) -> Iterator[Finding]:
    """Check a server and this computer.

    Args:
        settings: those that the server has.
        path: the file of its history.

    Raises:
        CannotListen: the settings name a host that there is not.
    """
    interfaces, now = list_interfaces(), datetime.now(UTC)
    places, announced = own_places(path), is_announced(path)
    if announced is None:
        announced = settings.discovery.announce
    settings = settings_at(settings, places or [])
    listening = list(check_listening(settings, is_own=places is not None))
    addresses = addresses_for_others(settings.server.host)
    if not any(each.verdict is Verdict.OK for each in listening):
        addresses = []  # nobody is there to be reached
    return chain(
        listening,
        check_networks(interfaces),
        check_reach(settings, addresses),
        check_firewall(ports_of(settings)),
        check_multicast(is_announced=announced),
        check_certificate(certificate_path(settings, path), now),
        check_storage(path),
        check_clock(path, now),
        check_ipv6(interfaces),
    )
