"""Checks whether the server's name can be looked up."""

import ipaddress
import time
from collections.abc import Iterator

from chatapp.language import gettext as _
from chatapp.models.connection.dialling import CouldNotConnect
from chatapp.models.doctor.case import Case
from chatapp.models.servers.server_address import as_typed
from chatapp.wire.findings import Finding, Verdict

NAME = _("The server's name")
SLOW_SECONDS = 2.0
_MOST_TOLD = 4


def check_name(case: Case) -> Iterator[Finding]:
    """Look the name up."""
    began = time.monotonic()
    try:
        found = case.addresses()
    except CouldNotConnect:
        yield Finding(NAME, Verdict.FAIL, *_unknown(case.host))
        return
    seconds = time.monotonic() - began
    if _is_address(case.host):
        sentence = _("{host} is an address, so no name has to be looked up.").format(
            host=case.host
        )
        yield Finding(NAME, Verdict.OK, sentence)
        return
    told = ", ".join(str(address[0]) for _kind, address in found[:_MOST_TOLD])
    if seconds < SLOW_SECONDS:
        yield Finding(
            NAME, Verdict.OK, _("{host} is {told}.").format(host=case.host, told=told)
        )
        return
    yield Finding(
        NAME,
        Verdict.WARN,
        _("It took {seconds:.0f} seconds to find out that {host} is {told}.").format(
            seconds=seconds, host=case.host, told=told
        ),
        _("Type {value} instead of the name.").format(value=found[0][1][0]),
    )


def _unknown(host: str) -> tuple[str, str]:
    host = as_typed(host)
    if host.endswith(".local"):
        return (
            _("No computer near answers to the name {host}.").format(host=host),
            _("Check that it is on and in the same network, or type its IP address."),
        )
    return (
        _("No computer is known by the name {host}.").format(host=host),
        _("Check the spelling, or type its IP address."),
    )


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True
