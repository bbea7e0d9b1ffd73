"""Checks whether mDNS leaves this computer and arrives at it, so that it is found."""

from collections.abc import Callable, Iterator

from chatapp.system.mdns import hears_itself
from chatapp.wire.findings import Finding, Verdict

NAME = "mDNS"

Hears = Callable[[], bool]


def check_multicast(
    *, is_announced: bool, hears: Hears = hears_itself
) -> Iterator[Finding]:
    """Tell whether windows in the network can find the server by themselves."""
    if not is_announced:
        sentence = "The server does not announce itself, so nobody finds it by itself."
        advice = (
            "Tell people the address; or set [discovery] announce = true, and start the"
            " server without --no-announce."
        )
        yield Finding(NAME, Verdict.WARN, sentence, advice)
        return
    try:
        is_heard = hears()
    except Exception as error:  # noqa: BLE001 - whatever the network answers
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        sentence = f"This computer cannot speak mDNS ({reason})."
    else:
        if is_heard:
            sentence = "What this computer announces goes out and comes in again."
            yield Finding(NAME, Verdict.OK, sentence)
            return
        sentence = "What this computer announces is not heard, not even here."
    advice = "Let UDP port 5353 through the firewall, or tell people the address."
    yield Finding(NAME, Verdict.WARN, sentence, advice)
