"""This computer's addresses, and which of its interfaces has each of them."""

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chatapp.language import gettext as _

if TYPE_CHECKING:
    import ifaddr

_WITHIN = (
    "docker",
    "br-",
    "veth",
    "virbr",
    "vboxnet",
    "vmnet",
    "vEthernet",
    "lxc",
    "podman",
    "cni",
    "Hyper-V Virtual",
    "VirtualBox",
    "VMware",
    "bridge10",
    "vnic",
)
"""How interfaces are called that lead to machines within this computer.

On macOS their bridges have numbers from 100 on, and on Windows some can only be told by
what their makers call them.
"""

_VPN = (
    "tun",
    "tap",
    "wg",
    "ppp",
    "utun",
    "ipsec",
    "zt",
    "tailscale",
    "nordlynx",
    "proton",
    "mullvad",
    "wireguard",
    "openvpn",
    "cisco anyconnect",
    "fortinet",
    "vpn",
    "wintun",
)

Address = ipaddress.IPv4Interface | ipaddress.IPv6Interface


@dataclass(frozen=True, slots=True)
class Interface:
    """One address of this computer, and the interface that has it.

    Args:
        name: as people find it in the system's settings.
        address: with its network.
        maker_name: what its maker calls it, where that is another name (Windows).
    """

    name: str
    address: Address
    maker_name: str = ""

    @property
    def is_loopback(self) -> bool:
        """Whether only this computer is reached by it."""
        return self.address.ip.is_loopback

    @property
    def is_given(self) -> bool:
        """Whether a network gave it; a computer that is given none takes one."""
        return not self.address.ip.is_link_local

    @property
    def is_for_others(self) -> bool:
        """Whether other computers can reach this one by it, without naming a cable."""
        ip = self.address.ip
        return not ip.is_loopback and not (ip.version == 6 and ip.is_link_local)

    @property
    def is_within(self) -> bool:
        """Whether it leads to machines within this computer only."""
        within = tuple(map(str.casefold, _WITHIN))
        return any(it.startswith(within) for it in self._names)

    @property
    def is_vpn(self) -> bool:
        """Whether it looks like one of a VPN."""
        return any(
            it.startswith(_VPN) or "vpn" in it or "wireguard" in it
            for it in self._names
        )

    @property
    def _names(self) -> tuple[str, str]:
        return self.name.casefold(), self.maker_name.casefold()

    def __str__(self) -> str:
        return _("{ip} ({name}, network {network})").format(
            ip=self.address.ip, name=self.name, network=self.address.network
        )


def list_interfaces() -> list[Interface]:
    """List the addresses that this computer has now, those with IPv4 first."""
    import ifaddr  # noqa: PLC0415 - few host a chat

    found = [
        Interface(
            str(ip.nice_name or adapter.nice_name), _address(ip), adapter.nice_name
        )
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
    ]
    return sorted(found, key=lambda it: it.address.version)


def for_others(interfaces: Sequence[Interface]) -> list[Interface]:
    """Choose the addresses at which others may find this computer, IPv4 first."""
    outside = [it for it in interfaces if not it.is_loopback and it.is_given]
    real = [it for it in outside if not it.is_within] or outside
    return sorted(real, key=lambda it: it.address.version)


def _address(ip: "ifaddr.IP") -> Address:
    host = ip.ip if ip.is_IPv4 else ip.ip[0].partition("%")[0]
    return ipaddress.ip_interface(f"{host}/{ip.network_prefix}")
