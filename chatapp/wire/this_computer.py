"""Tells whether an address or a name means the very computer that one is on."""

import ipaddress

LOCALHOST = "localhost"
LOOPBACK = "127.0.0.1"


def is_here(host: str) -> bool:
    """Tell whether only programs on this computer are reached by an address or name.

    Nothing is looked up: of names only "localhost" is known
    (https://www.rfc-editor.org/rfc/rfc6761#section-6.3).
    """
    if host.lower() == LOCALHOST:
        return True
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    mapped = address.ipv4_mapped if address.version == 6 else None
    return (mapped or address).is_loopback
