"""Finds an address from which connections look as if they came from elsewhere."""

import sys

import ifaddr


def address_elsewhere() -> str | None:
    """Give an address of this machine that is not where the server listens.

    From there one may speak to 127.0.0.1 on Linux; the server counts it as another
    machine, with the limits that other machines have. None where that is not so.
    """
    if sys.platform != "linux":
        return None
    found = (
        each.ip
        for adapter in ifaddr.get_adapters()
        for each in adapter.ips
        if each.is_IPv4 and not str(each.ip).startswith("127.")
    )
    return next((str(ip) for ip in found), None)
