"""Checks which networks this computer is in, and whether it has IPv6."""

import socket
from collections.abc import Callable, Iterator, Sequence

from chatapp.system.interfaces import Interface
from chatapp.wire.findings import Finding, Verdict


def check_networks(interfaces: Sequence[Interface]) -> Iterator[Finding]:
    """Tell in which networks others reach this computer."""
    name = "Network"
    others = [each for each in interfaces if each.is_for_others]
    for each in others:
        network, ip = each.address.network, each.address.ip
        if ip.is_link_local:
            sentence = f"{each.name} gave itself {ip}: no router answered it."
            advice = "Look whether the cable or the Wi-Fi is connected."
            yield Finding(name, Verdict.WARN, sentence, advice)
        else:
            sentence = f"Others in {network} reach this computer at {ip} ({each.name})."
            yield Finding(name, Verdict.OK, sentence)
    if not others:
        sentence = "This computer is in no network, so nobody else reaches it."
        advice = "Connect it to a network, by cable or by Wi-Fi."
        yield Finding(name, Verdict.FAIL, sentence, advice)


def check_ipv6(
    interfaces: Sequence[Interface], has_ipv6: Callable[[], bool] | None = None
) -> Iterator[Finding]:
    """Tell whether others reach this computer by IPv6; the chat needs only one."""
    found = [each for each in interfaces if each.address.version == 6]
    others = [str(each.address.ip) for each in found if each.is_for_others]
    if not (has_ipv6 or _speaks_ipv6)():
        sentence = "This system speaks no IPv6; others come by IPv4."
    elif others:
        sentence = f"Others reach this computer by IPv6, at {' and '.join(others)}."
    else:
        sentence = "No network gave this computer an IPv6 address; IPv4 is enough."
    yield Finding("IPv6", Verdict.OK, sentence)


def _speaks_ipv6() -> bool:
    if not socket.has_ipv6:
        return False
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as trial:
            trial.bind(("::1", 0))
    except OSError:
        return False
    return True
