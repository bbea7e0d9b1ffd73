"""The program `chatapp doctor`: examines a connection, and prints what it finds."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from chatapp.command_line import port_help
from chatapp.console import print_line
from chatapp.controllers.validation import demand_of
from chatapp.language import gettext as _
from chatapp.models.connection.encryption import Demand
from chatapp.models.doctor.case import Case
from chatapp.models.doctor.examination import examine
from chatapp.models.servers.known_servers import KnownServers
from chatapp.models.servers.server_address import MalformedAddress, ServerAddress
from chatapp.models.settings.settings import Settings
from chatapp.wire.findings import Finding, is_well, render_finding, sum_up
from chatapp.wire.ports import PLAIN_PORT

EXIT_WELL, EXIT_ILL, EXIT_USAGE = 0, 1, 2

Open = Callable[[str, int, Demand], Case]


def main(arguments: Sequence[str], open_case: Open = Case) -> int:
    """Examine what the command line names.

    Returns:
        0 where nothing failed or nobody reads on, 1 where something failed, 2 for a
        wrong address.
    """
    options = _parser().parse_args(arguments)
    try:
        case = _case(options.address, options.port, open_case)
    except MalformedAddress as error:
        print(f"chatapp doctor: {error}", file=sys.stderr)  # noqa: T201 - its output
        return EXIT_USAGE
    findings: tuple[Finding, ...] = ()
    told = 0
    for progress in examine(case):
        findings = progress.findings
        new = findings[told : progress.settled]  # in one order, whatever ends first
        if not all(print_line(render_finding(it)) for it in new):
            return EXIT_WELL
        told = progress.settled
    print_line(sum_up(findings))
    return EXIT_WELL if is_well(findings) else EXIT_ILL


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="chatapp doctor",
        description=_(
            "Finds out why a connection fails. Its exit code is 1 if something has to"
            " be mended."
        ),
    )
    parser.add_argument(
        "address",
        metavar="ADDRESS",
        nargs="?",
        help=_(
            "a server's address or an invitation; the last server where none is given"
        ),
    )
    parser.add_argument("--port", metavar="N", type=int, help=port_help())
    return parser


def _case(text: str | None, port: int | None, open_case: Open) -> Case:
    """Say what is examined.

    Raises:
        MalformedAddress: the address is none.
    """
    if text is None:
        last = Settings.load().last_sign_in
        address = ServerAddress(last.address, last.port) if last else ServerAddress("")
    else:
        address = ServerAddress.parse(text)
    place = port or address.port or PLAIN_PORT
    known = KnownServers.load(lambda: datetime.now(UTC)).demand(address.host, place)
    return open_case(address.host, place, demand_of(address, place).and_also(known))
