"""Checks whether mDNS leaves this computer and arrives at it, so that it is found."""

import errno
import logging
import os
import secrets
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack

from chatapp.wire.announcement import TRIAL_ADDRESS, TRIAL_SERVICE
from chatapp.wire.findings import Finding, Verdict
from server.network.addresses import own_addresses

NAME = "mDNS"
SECONDS = 5.0

Hears = Callable[[], bool]


def hears_itself(
    interfaces: Sequence[str] | None = None, seconds: float = SECONDS
) -> bool:
    """Announce something, and tell whether it is heard on this computer.

    Args:
        interfaces: the addresses by which it goes out and comes in; those in networks
            where not given, for firewalls let pass what stays within the computer.
        seconds: how long to wait.

    Raises:
        OSError: mDNS cannot be spoken here, or there is no network.
    """
    # It takes a moment to load, and no other check needs it.
    from zeroconf import (  # noqa: PLC0415 - so
        IPVersion,
        ServiceBrowser,
        ServiceInfo,
        Zeroconf,
    )

    logging.getLogger("zeroconf").setLevel(logging.CRITICAL)
    where = list(interfaces or (each for each in own_addresses() if ":" not in each))
    if not where:
        raise OSError(errno.ENETDOWN, os.strerror(errno.ENETDOWN))
    name = f"{secrets.token_hex(6)}.{TRIAL_SERVICE}"
    is_heard = threading.Event()

    def note(name_heard: str, **_others: object) -> None:
        if name_heard == name:
            is_heard.set()

    with ExitStack() as opened:
        speaker, hearer = (Zeroconf(where, ip_version=IPVersion.V4Only) for _ in "ab")
        opened.callback(speaker.close)
        opened.callback(hearer.close)
        browser = ServiceBrowser(
            hearer, TRIAL_SERVICE, [lambda **told: note(str(told["name"]))]
        )
        opened.callback(browser.cancel)
        nowhere = [TRIAL_ADDRESS]
        info = ServiceInfo(TRIAL_SERVICE, name, port=9, parsed_addresses=nowhere)
        speaker.register_service(info, cooperating_responders=True)
        return is_heard.wait(seconds)


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
        reason = getattr(error, "strerror", None) or type(error).__name__
        sentence = f"This computer cannot speak mDNS ({reason})."
    else:
        if is_heard:
            sentence = "What this computer announces goes out and comes in again."
            yield Finding(NAME, Verdict.OK, sentence)
            return
        sentence = "What this computer announces is not heard, not even here."
    advice = "Let UDP port 5353 through the firewall, or tell people the address."
    yield Finding(NAME, Verdict.WARN, sentence, advice)
