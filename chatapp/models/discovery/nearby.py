"""The networks that this computer is in, and which addresses are near."""

import ipaddress
from collections.abc import Sequence

from chatapp.system.interfaces import Address, list_interfaces

Interfaces = tuple[Address, ...]


def own_interfaces() -> Interfaces:
    """Give this computer's addresses with their networks, without itself alone."""
    found = (it.address for it in list_interfaces() if not it.is_loopback)
    return tuple(sorted(found, key=str))


def near(addresses: Sequence[str], interfaces: Interfaces) -> list[str]:
    """Give the addresses that a server nearby can have, those with IPv4 first.

    Anybody can announce any address. What is said in this network shall have nobody
    connect to another network, nor to a program of this very computer that listens
    for it alone.
    """
    found = [address for address in addresses if _is_near(address, interfaces)]
    return sorted(found, key=lambda address: ":" in address)


def _is_near(text: str, interfaces: Interfaces) -> bool:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    if address.is_multicast or address.is_unspecified or address.is_reserved:
        return False
    return any(address in interface.network for interface in interfaces)
