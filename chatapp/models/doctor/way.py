"""Checks the way to the server: VPNs, other networks, IPv6, and kept-apart devices."""

import ipaddress
from collections.abc import Iterator

from chatapp.language import gettext as _
from chatapp.language import ngettext
from chatapp.models.connection.dialling import CouldNotConnect, is_loopback
from chatapp.models.doctor.case import Case, failure
from chatapp.models.events import Problem
from chatapp.system.interfaces import Interface
from chatapp.wire.findings import Finding, Verdict

WAY = _("The way there")
VPN = "VPN"
IPV6 = "IPv6"
ISOLATION = _("Other devices")


def check_way(case: Case) -> Iterator[Finding]:
    """Look by which interface the server is reached, and whether it is near."""
    if not case.addresses.is_there:
        return
    first = case.addresses()[0]
    if is_loopback(first):
        yield Finding(WAY, Verdict.OK, _("The server is on this very computer."))
        return
    leaves = _interface_to(case)
    if leaves is None:
        yield Finding(
            WAY,
            Verdict.FAIL,
            _("There is no way from this computer to {host}.").format(host=case.host),
            _("Join the network that the server is in."),
        )
        return
    host = _ip(first[1][0])
    if _is_near(host, leaves) or not host.is_private:
        yield Finding(
            WAY,
            Verdict.OK,
            _("{host} is reached by {name}.").format(host=case.host, name=leaves.name),
        )
        return
    yield Finding(
        WAY,
        Verdict.WARN,
        _("{host} is in another network than this computer, which is {leaves}.").format(
            host=host, leaves=leaves
        ),
        _("If nothing answers, join the network that the server is in."),
    )


def check_vpn(case: Case) -> Iterator[Finding]:
    """Look for a VPN, and whether the way to the server goes through it."""
    vpns = sorted({it.name for it in case.interfaces() if it.is_vpn and it.is_given})
    if not vpns:
        yield Finding(VPN, Verdict.OK, _("No VPN was found on this computer."))
        return
    leaves = _interface_to(case) if case.host else None
    if leaves is None or leaves.name not in vpns:
        told = ", ".join(vpns)
        yield Finding(
            VPN,
            Verdict.OK,
            _("A VPN is on ({told}), but not in the way.").format(told=told),
        )
        return
    yield Finding(
        VPN,
        Verdict.WARN,
        _("The way to {host} goes through a VPN ({name}).").format(
            host=case.host, name=leaves.name
        ),
        _(
            "If the server is near, turn the VPN off, or let it leave this network"
            " alone."
        ),
    )


def check_ipv6(case: Case) -> Iterator[Finding]:
    """Look whether IPv6 is there where it is needed."""
    host = case.host.partition("%")[0]
    if host.lower().startswith("fe80:") and "%" not in case.host:
        yield Finding(
            IPV6,
            Verdict.FAIL,
            _(
                "{host} is an address of which every network has its own, so "
                "it does not say in which one it is."
            ).format(host=host),
            _("Type the interface behind it: {host}%{any_name}").format(
                host=host, any_name=_any_name(case)
            ),
        )
        return
    has_it = any(
        it.address.version == 6 and it.is_given and not it.is_loopback
        for it in case.interfaces()
    )
    needs_it = case.addresses.is_there and all(
        ":" in address[0] for _, address in case.addresses()
    )
    if needs_it and not has_it and not case.is_open:
        yield Finding(
            IPV6,
            Verdict.FAIL,
            _("{host} has IPv6 only, and this computer has none.").format(
                host=case.host
            ),
            _("Type an IPv4 address of the server, or join a network with IPv6."),
        )
        return
    told = _("This computer has no IPv6, and needs none here.")
    if has_it:
        told = _("This computer has IPv6.")
    yield Finding(IPV6, Verdict.OK, told)


def check_isolation(case: Case) -> Iterator[Finding]:
    """Look whether other devices in this network can be reached at all."""
    if not case.instruments.looks_around:
        return
    own = {str(it.address.ip) for it in case.interfaces()}
    heard = case.neighbours() - own
    if heard:
        sentence = ngettext(
            "One device in this network can be heard.",
            "{count} devices in this network can be heard.",
            len(heard),
        ).format(count=len(heard))
        yield Finding(ISOLATION, Verdict.OK, sentence)
        return
    error = failure(lambda: case.knock(case.port)) if case.host else None
    leaves = _interface_to(case) if case.host else None
    is_silent = error is not None and error.problem in _SILENCE
    if leaves and is_silent and _is_near(_ip(case.addresses()[0][1][0]), leaves):
        yield Finding(
            ISOLATION,
            Verdict.WARN,
            _(
                "{host} is in the same network, but neither it nor any other "
                "device can be heard. On a Wi-Fi, devices may be kept apart "
                "(client isolation)."
            ).format(host=case.host),
            _(
                "Ask whoever runs the Wi-Fi to let its devices reach each other, or"
                " use a cable or a phone's hotspot."
            ),
        )
        return
    yield Finding(
        ISOLATION, Verdict.OK, _("No other device in this network has anything to say.")
    )


_SILENCE = frozenset((Problem.TIMED_OUT, Problem.UNREACHABLE))


def _interface_to(case: Case) -> Interface | None:
    """Find by which interface this computer reaches the server."""
    try:
        addresses = case.addresses()
    except CouldNotConnect:
        return None
    for address in addresses:
        source = case.instruments.way_to(address)
        if source is None:
            continue
        found = _ip(source)
        for interface in case.interfaces():
            if interface.address.ip == found:
                return interface
    return None


def _is_near(
    host: ipaddress.IPv4Address | ipaddress.IPv6Address, by: Interface
) -> bool:
    return host.version == by.address.version and host in by.address.network


def _ip(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    return ipaddress.ip_address(text.partition("%")[0])


def _any_name(case: Case) -> str:
    return next((it.name for it in case.interfaces() if not it.is_loopback), "eth0")
