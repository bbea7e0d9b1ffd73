"""Checks this computer: its addresses, and its firewall."""

from collections.abc import Iterator

from chatapp.language import gettext as _
from chatapp.models.doctor.case import Case
from chatapp.system.interfaces import for_others
from chatapp.wire.findings import Finding, Verdict

ADDRESSES = _("This computer")
FIREWALL = _("Firewall")
_MOST_TOLD = 4


def check_addresses(case: Case) -> Iterator[Finding]:
    """Look whether this computer is in a network."""
    found = case.interfaces()
    usable = for_others(found)
    if usable:
        told = ", ".join(str(it) for it in usable[:_MOST_TOLD])
        yield Finding(
            ADDRESSES, Verdict.OK, _("This computer is {told}.").format(told=told)
        )
        return
    verdict = Verdict.WARN if case.is_here else Verdict.FAIL
    if all(it.is_loopback for it in found):
        yield Finding(
            ADDRESSES,
            verdict,
            _("This computer is in no network."),
            _("Switch its Wi-Fi on, or plug its network cable in."),
        )
        return
    yield Finding(
        ADDRESSES,
        verdict,
        _(
            "This computer has only an address that it gave itself: no router gave it"
            " one."
        ),
        _("Leave the network and join it again, or restart its router."),
    )


def check_firewall(case: Case) -> Iterator[Finding]:
    """Look for a firewall here, which may keep others out."""
    firewall = case.instruments.commands.find_firewall(case.ports)
    if firewall is None:
        yield Finding(
            FIREWALL, Verdict.OK, _("No firewall was found on this computer.")
        )
        return
    yield Finding(
        FIREWALL,
        Verdict.OK,
        _(
            "A firewall is on here ({value}). It matters only if others "
            "are to join a chat on this computer."
        ).format(value=firewall[0]),
        _("If they cannot, open the ports with: {value}").format(value=firewall[1]),
    )
