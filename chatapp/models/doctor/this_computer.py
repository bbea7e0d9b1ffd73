"""Checks this computer: its addresses, and its firewall."""

from collections.abc import Iterator

from chatapp.models.doctor.case import Case
from chatapp.models.interfaces import for_others
from chatapp.wire.findings import Finding, Verdict

ADDRESSES = "This computer"
FIREWALL = "Firewall"
_MOST_TOLD = 4


def check_addresses(case: Case) -> Iterator[Finding]:
    """Look whether this computer is in a network."""
    found = case.interfaces()
    usable = for_others(found)
    if usable:
        told = ", ".join(str(it) for it in usable[:_MOST_TOLD])
        yield Finding(ADDRESSES, Verdict.OK, f"This computer is {told}.")
        return
    verdict = Verdict.WARN if case.is_here else Verdict.FAIL
    if all(it.is_loopback for it in found):
        yield Finding(
            ADDRESSES,
            verdict,
            "This computer is in no network.",
            "Switch its Wi-Fi on, or plug its network cable in.",
        )
        return
    yield Finding(
        ADDRESSES,
        verdict,
        "This computer has only an address that it gave itself: no router gave it one.",
        "Leave the network and join it again, or restart its router.",
    )


def check_firewall(case: Case) -> Iterator[Finding]:
    """Look for a firewall here, which may keep others out."""
    firewall = case.instruments.commands.find_firewall(case.ports)
    if firewall is None:
        yield Finding(FIREWALL, Verdict.OK, "No firewall was found on this computer.")
        return
    yield Finding(
        FIREWALL,
        Verdict.OK,
        f"A firewall is on here ({firewall[0]}). It matters only if others are to join"
        " a chat on this computer.",
        f"If they cannot, open the ports with: {firewall[1]}",
    )
