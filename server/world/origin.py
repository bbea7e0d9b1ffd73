"""Where somebody comes from, as limits count it: a machine, or its network in IPv6."""

import ipaddress
from functools import lru_cache

PREFIX_OF_ONE_PERSON = 64
"""Who has one address of IPv6 has all of a network this long, and may use each once
(https://www.rfc-editor.org/rfc/rfc6177)."""


def origin_of(address: str) -> str:
    """Give as what an address is counted.

    Of IPv4 that is the address, as it is for this machine itself; of IPv6 the network
    that one person has, or one school.
    """
    return _network_of(address) if ":" in address else address


@lru_cache(maxsize=4096)
def _network_of(address: str) -> str:
    try:
        read = ipaddress.IPv6Address(address.partition("%")[0])
    except ValueError:
        return address
    if read.is_loopback or read.ipv4_mapped:
        return address
    return str(ipaddress.IPv6Network((read, PREFIX_OF_ONE_PERSON), strict=False))
