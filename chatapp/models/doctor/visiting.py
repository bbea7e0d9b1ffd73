"""Checks what a guest is told: whether he is let in, the time, who sees him."""

import ipaddress
from collections.abc import Iterator
from datetime import datetime, timedelta

from chatapp.language import gettext as _
from chatapp.models.connection.dialling import CouldNotConnect
from chatapp.models.doctor.case import Case
from chatapp.models.doctor.guests import Visit
from chatapp.models.doctor.listening import is_chat
from chatapp.wire.findings import Finding, Verdict

SIGN_IN = _("Signing in")
CLOCK = _("Clock")
SEEN_AS = _("What the server sees")
OTHERS = _("What others see")
CLOSE_ENOUGH = timedelta(seconds=30)


def check_visit(case: Case) -> Iterator[Finding]:
    """Sign in as a guest, twice, and look around."""
    if not case.is_open or not case.answer.is_there or not is_chat(case.answer()):
        return
    try:
        visit = case.visit()
    except CouldNotConnect:
        yield Finding(
            SIGN_IN,
            Verdict.FAIL,
            _("{host} answers, but lets nobody in before the time is over.").format(
                host=case.host
            ),
            _("Try again in a moment. If it stays so, the server has to be restarted."),
        )
        return
    if visit.needs_password:
        yield Finding(
            SIGN_IN,
            Verdict.OK,
            _(
                "The server lets in who has a password or an invitation, so the doctor"
                " stayed outside."
            ),
        )
    elif visit.refused:
        yield Finding(
            SIGN_IN,
            Verdict.FAIL,
            _("The server did not let a guest in. It says: {refused}").format(
                refused=visit.refused
            ),
            _("Ask whoever runs the server."),
        )
    else:
        yield Finding(SIGN_IN, Verdict.OK, _("A guest can sign in."))
        yield from _look_around(case, visit)


def _look_around(case: Case, visit: Visit) -> Iterator[Finding]:
    if visit.clock:
        yield _compare_clocks(case, *visit.clock)
    if visit.seen_as:
        yield _seen_as(case, visit.seen_as)
    if visit.word_came:
        sentence = _("What one guest writes arrives at another one.")
        yield Finding(OTHERS, Verdict.OK, sentence)
        return
    yield Finding(
        OTHERS,
        Verdict.FAIL,
        _("What one guest writes does not arrive at another one."),
        _("Ask whoever runs the server whether guests may write there."),
    )


def _compare_clocks(case: Case, there: datetime, here: datetime) -> Finding:
    ahead = here - there
    if abs(ahead) <= CLOSE_ENOUGH:
        return Finding(
            CLOCK, Verdict.OK, _("This computer and the server have the same time.")
        )
    words = _("This computer's clock is {in_words} behind the server's.")
    if ahead > timedelta():
        words = _("This computer's clock is {in_words} ahead of the server's.")
    return Finding(
        CLOCK,
        Verdict.WARN,
        words.format(in_words=_in_words(abs(ahead))),
        case.instruments.commands.about_the_clock,
    )


def _seen_as(case: Case, host: str) -> Finding:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return Finding(
            SEEN_AS,
            Verdict.OK,
            _("The server shows this computer as {host}.").format(host=host),
        )
    own = {it.address.ip for it in case.interfaces()}
    if address in own or address.is_loopback:
        sentence = _(
            "The server sees this computer at its own address, {host}."
        ).format(host=host)
        return Finding(SEEN_AS, Verdict.OK, sentence)
    return Finding(
        SEEN_AS,
        Verdict.OK,
        _(
            "The server sees this computer at {host}, which is not its own "
            "address: a router or a VPN is between."
        ).format(host=host),
    )


def _in_words(length: timedelta) -> str:
    seconds = round(length.total_seconds())
    units = (
        (86_400, _("{count} days")),
        (3_600, _("{count} hours")),
        (60, _("{count} minutes")),
    )
    for size, words in units:
        if seconds >= 2 * size:
            return words.format(count=seconds // size)
    return _("{count} seconds").format(count=seconds)
