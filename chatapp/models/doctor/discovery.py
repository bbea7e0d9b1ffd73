"""Checks mDNS, by which chats in this network are found without an address."""

from collections.abc import Iterator

from chatapp.models.doctor.case import Case
from chatapp.wire.findings import Finding, Verdict

MDNS_PORT = 5353
NAME = "Finding chats"
_INSTEAD = "type the server's address, or paste an invitation."


def check_discovery(case: Case) -> Iterator[Finding]:
    """Announce something, and look whether it is found again."""
    if not case.instruments.looks_around:
        yield Finding(NAME, Verdict.OK, "chatapp was told not to look for chats near.")
        return
    try:
        comes_back = case.instruments.hears_itself()
    except OSError as error:
        reason = error.strerror or "this computer is in no network"
        yield Finding(
            NAME,
            Verdict.WARN,
            f"Chats near cannot be found by themselves: {reason}.",
            f"Until then, {_INSTEAD}",
        )
        return
    if comes_back:
        sentence = "Chats in this network can be found: mDNS goes out and comes in."
        yield Finding(NAME, Verdict.OK, sentence)
        return
    yield Finding(
        NAME,
        Verdict.WARN,
        "Chats near cannot be found by themselves: what is sent by mDNS (UDP port"
        f" {MDNS_PORT}) does not come in again, as if a firewall swallowed it.",
        f"Let UDP port {MDNS_PORT} through the firewall. Until then, {_INSTEAD}",
    )
