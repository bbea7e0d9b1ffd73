"""Checks which firewall is active, and how the server's ports are opened in it."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence

from chatapp.system.programs import ask_program
from chatapp.wire.findings import Finding, Verdict
from chatapp.wire.firewalls import Answer, Ask, Firewall, firewalls_of

NAME = "Firewall"

NOT_SEEN = (
    "Whether a firewall keeps others out cannot be seen with the rights of this user."
)


def is_root() -> bool:
    """Tell whether this user may see everything; on Windows nobody is told so."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def check_firewall(
    ports: Sequence[int],
    ask: Ask = ask_program,
    system: str = sys.platform,
    sees_all: Callable[[], bool] = is_root,
) -> Iterator[Finding]:
    """Tell which firewall is active, and the command that opens the ports.

    What says nothing to who may see everything is none: the system lacks its parts.
    """
    is_unknown = False
    for firewall in firewalls_of(system):
        answer, is_active = firewall.look(ask)
        if answer is not None and is_active:
            yield _tell_of(firewall, answer, ports)
            return
        is_unknown |= answer is not None and is_active is None
    if is_unknown and not sees_all():
        advice = "Run `sudo chatapp-server doctor` with the same options."
        if system == "win32":
            advice = "Run this in a window of an administrator."
        yield Finding(NAME, Verdict.WARN, NOT_SEEN, advice)
    else:
        yield Finding(NAME, Verdict.OK, "No active firewall was found here.")


def _tell_of(firewall: Firewall, answer: Answer, ports: Sequence[int]) -> Finding:
    opened = {port: firewall.is_open(answer, port) for port in ports}
    closed = [port for port, is_open in opened.items() if is_open is not True]
    if not closed:
        numbers = " and ".join(map(str, ports))
        sentence = f"{firewall.name} is active, and lets others in at port {numbers}."
        return Finding(NAME, Verdict.OK, sentence)
    numbers = " and ".join(map(str, closed))
    advice = f"Open it with: {firewall.opening(closed, answer, sys.executable)}"
    if any(opened[port] is False for port in closed):
        sentence = f"{firewall.name} is active, and keeps others out at port {numbers}."
        return Finding(NAME, Verdict.FAIL, sentence, advice)
    sentence = f"{firewall.name} is active, and may keep others out at port {numbers}."
    return Finding(NAME, Verdict.WARN, sentence, advice)
