"""The networks that this computer is in, and which addresses are near."""

import ipaddress
from collections.abc import Sequence

Interface = ipaddress.IPv4Interface | ipaddress.IPv6Interface
Interfaces = tuple[Interface, ...]


def own_interfaces() -> Interfaces:
    """Give this computer's addresses with their networks, without itself alone."""
    import ifaddr  # noqa: PLC0415 - not wanted before somebody looks around

    found = [
        ipaddress.ip_interface(
            f"{ip.ip if isinstance(ip.ip, str) else ip.ip[0]}/{ip.network_prefix}"
        )
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
    ]
    return tuple(sorted((it for it in found if not it.ip.is_loopback), key=str))


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
