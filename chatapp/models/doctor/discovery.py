"""Checks mDNS, by which chats in this network are found without an address."""

from collections.abc import Iterator

from chatapp.language import gettext as _
from chatapp.models.doctor.case import Case
from chatapp.wire.findings import Finding, Verdict

MDNS_PORT = 5353
NAME = _("Finding chats")


def check_discovery(case: Case) -> Iterator[Finding]:
    """Announce something, and look whether it is found again."""
    if not case.instruments.looks_around:
        yield Finding(
            NAME, Verdict.OK, _("chatapp was told not to look for chats near.")
        )
        return
    try:
        comes_back = case.instruments.hears_itself()
    except OSError as error:
        reason = error.strerror or _("this computer is in no network")
        yield Finding(
            NAME,
            Verdict.WARN,
            _("Chats near cannot be found by themselves: {reason}.").format(
                reason=reason
            ),
            _("Until then, type the server's address, or paste an invitation."),
        )
        return
    if comes_back:
        sentence = _("Chats in this network can be found: mDNS goes out and comes in.")
        yield Finding(NAME, Verdict.OK, sentence)
        return
    yield Finding(
        NAME,
        Verdict.WARN,
        _(
            "Chats near cannot be found by themselves: what is sent by "
            "mDNS (UDP port {mdns_port}) does not come in again, as if a "
            "firewall swallowed it."
        ).format(mdns_port=MDNS_PORT),
        _(
            "Let UDP port {mdns_port} through the firewall. Until then, type the"
            " server's address, or paste an invitation."
        ).format(mdns_port=MDNS_PORT),
    )
