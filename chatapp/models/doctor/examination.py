"""Runs all checks at the same time, each with a deadline, and tells what they find."""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from queue import Empty, SimpleQueue

from chatapp.language import gettext as _
from chatapp.models.doctor.case import Case
from chatapp.models.doctor.discovery import check_discovery
from chatapp.models.doctor.names import check_name
from chatapp.models.doctor.ports import check_answer, check_ports
from chatapp.models.doctor.progress import Progress
from chatapp.models.doctor.safety import check_encryption
from chatapp.models.doctor.this_computer import check_addresses, check_firewall
from chatapp.models.doctor.visiting import check_visit
from chatapp.models.doctor.way import (
    check_ipv6,
    check_isolation,
    check_vpn,
    check_way,
)
from chatapp.models.program.failures import log_failure
from chatapp.wire.findings import Finding, Verdict

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Check:
    """One family of findings: what it is about, how long it may take, who finds."""

    name: str
    seconds: float
    find: Callable[[Case], Iterable[Finding]]


ABOUT_THIS_COMPUTER = (
    Check(_("This computer"), 5, check_addresses),
    Check(_("Firewall"), 10, check_firewall),
    Check("VPN", 15, check_vpn),
    Check("IPv6", 15, check_ipv6),
    Check(_("Finding chats"), 12, check_discovery),
    Check(_("Other devices"), 35, check_isolation),
)
ABOUT_THE_SERVER = (
    Check(_("The server's name"), 12, check_name),
    Check(_("The way there"), 15, check_way),
    Check(_("The server's port"), 35, check_ports),
    Check(_("What answers"), 30, check_answer),
    Check(_("Encryption"), 25, check_encryption),
    Check(_("Signing in"), 60, check_visit),
)


def checks_for(case: Case) -> tuple[Check, ...]:
    """Choose what can be checked."""
    if not case.host:
        return ABOUT_THIS_COMPUTER
    return (*ABOUT_THE_SERVER, *ABOUT_THIS_COMPUTER)


def examine(
    case: Case,
    checks: Iterable[Check] | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Progress]:
    """Check everything; give how far it is whenever a check is done.

    A check that takes too long is told as such, and left to its thread.
    """
    chosen = tuple(checks_for(case) if checks is None else checks)
    results: SimpleQueue[tuple[Check, tuple[Finding, ...]]] = SimpleQueue()
    began, found = clock(), dict[str, tuple[Finding, ...]]()
    for check in chosen:
        work = partial(_work, check, case, results)
        name = f"chatapp-doctor-{check.name}"
        threading.Thread(target=work, name=name, daemon=True).start()
    while waiting := [check for check in chosen if check.name not in found]:
        first = min(waiting, key=lambda check: check.seconds)
        left = began + first.seconds - clock()
        try:
            check, findings = results.get(timeout=max(0.0, left))
        except Empty:
            check, findings = first, (_overdue(first),)
        found.setdefault(check.name, findings)
        yield _progress(chosen, found)


def _progress(
    chosen: Sequence[Check], found: Mapping[str, tuple[Finding, ...]]
) -> Progress:
    told = tuple(each for it in chosen for each in found.get(it.name, ()))
    first_ones = takewhile(found.__contains__, (it.name for it in chosen))
    settled = sum(len(found[name]) for name in first_ones)
    return Progress(len(found), len(chosen), told, settled)


def _work(
    check: Check,
    case: Case,
    results: "SimpleQueue[tuple[Check, tuple[Finding, ...]]]",
) -> None:
    try:
        findings = tuple(check.find(case))
    except Exception as error:  # noqa: BLE001 - the thread's outer edge
        log_failure(log, f"The check of {check.name} failed", error)
        findings = (_unfinished(check),)
    results.put((check, findings))


def _overdue(check: Check) -> Finding:
    return Finding(
        check.name,
        Verdict.WARN,
        _("This could not be found out within {seconds:g} seconds.").format(
            seconds=check.seconds
        ),
        _("Try again in a moment."),
    )


def _unfinished(check: Check) -> Finding:
    return Finding(
        check.name,
        Verdict.WARN,
        _("This could not be found out, because of a fault of this program's own."),
        _("Try again, and tell whoever makes chatapp if it stays so."),
    )
