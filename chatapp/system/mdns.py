"""Speaks mDNS by the library zeroconf, and tells whether it leaves this computer."""

import logging
import secrets
import threading
from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from chatapp.system.interfaces import for_others, list_interfaces
from chatapp.wire.announcement import TRIAL_ADDRESS, TRIAL_SERVICE

if TYPE_CHECKING:
    from zeroconf import Zeroconf

SECONDS_TO_HEAR = 5.0
NO_NETWORK = "it is in no network"


def open_zeroconf(interfaces: Sequence[str] | None) -> "Zeroconf":
    """Give what speaks mDNS; with IPv6, where the system has that.

    Args:
        interfaces: the addresses by which it does; all where there are none.
    """
    # It takes a moment to load, and no program's start shall wait for it.
    from zeroconf import InterfaceChoice, IPVersion, Zeroconf  # noqa: PLC0415 - so

    _be_quiet()
    chosen = list(interfaces) if interfaces else InterfaceChoice.All
    try:
        return Zeroconf(chosen, ip_version=IPVersion.All)
    except OSError:
        return Zeroconf(chosen, ip_version=IPVersion.V4Only)


def hears_itself(
    addresses: Sequence[str] | None = None, seconds: float = SECONDS_TO_HEAR
) -> bool:
    """Announce something, and tell whether it is heard on this computer.

    Args:
        addresses: by which it goes out and comes in; where not given, those in
            networks, for firewalls let pass what stays within the computer.
        seconds: how long to wait.

    Raises:
        OSError: mDNS cannot be spoken here, or there is no network.
    """
    from zeroconf import (  # noqa: PLC0415 - as above
        IPVersion,
        ServiceBrowser,
        ServiceInfo,
        Zeroconf,
    )

    _be_quiet()
    where = addresses_in_networks() if addresses is None else list(addresses)
    if not where:
        raise OSError(NO_NETWORK)
    name = f"{secrets.token_hex(6)}.{TRIAL_SERVICE}"
    is_heard = threading.Event()

    def note(**told: object) -> None:
        if told["name"] == name:
            is_heard.set()

    with ExitStack() as opened:
        speaker, hearer = (
            opened.enter_context(Zeroconf(where, ip_version=IPVersion.V4Only))
            for _ in range(2)
        )
        opened.callback(ServiceBrowser(hearer, TRIAL_SERVICE, [note]).cancel)
        nowhere = [TRIAL_ADDRESS]
        trial = ServiceInfo(TRIAL_SERVICE, name, port=9, parsed_addresses=nowhere)
        speaker.register_service(trial, cooperating_responders=True)
        return is_heard.wait(seconds)


def addresses_in_networks() -> list[str]:
    """List the IPv4 addresses at which others may hear this computer."""
    interfaces = for_others(list_interfaces())
    return [str(it.address.ip) for it in interfaces if it.address.version == 4]


def _be_quiet() -> None:
    """Log no warnings of the library's: of packets, and of interfaces that go."""
    logging.getLogger("zeroconf").setLevel(logging.CRITICAL)
