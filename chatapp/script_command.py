"""The programs `chatapp send` and `chatapp tail`: a room's words for scripts."""

import argparse
import logging
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from chatapp.command_line import add_sign_in
from chatapp.controllers.scripts.script_input import NotText, read_input
from chatapp.controllers.scripts.script_wording import NO_SERVER
from chatapp.controllers.scripts.sending import SendingController
from chatapp.controllers.scripts.tailing import TailingController, as_json, as_line
from chatapp.controllers.scripts.visit import EXIT_UNAVAILABLE, Visit, meets_nobody_new
from chatapp.controllers.sign_in.first_form import initial_form
from chatapp.controllers.validation import SignInRequest, validate
from chatapp.headless import Client, now
from chatapp.language import gettext as _
from chatapp.models.connection.encryption import Demand, Need
from chatapp.models.entities import SignInForm
from chatapp.models.hosting.running_server import HOSTED, Started, find_running
from chatapp.models.program.folders import data_folder
from chatapp.models.program.system_user import system_user
from chatapp.models.servers.known_servers import KnownServers
from chatapp.models.servers.transport_policies import TransportPolicies
from chatapp.models.settings.settings import Settings
from chatapp.wire.message import can_be_named
from chatapp.wire.names import check_channel, is_channel
from chatapp.wire.this_computer import LOOPBACK

EXIT_USAGE = 2
EXIT_DATA = 65
MOST_CHARACTERS = 64
"""A room's name is no longer than that on any server one may meet."""


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says; return the exit code."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.ERROR)
    try:
        _check_room(options.room)
        request = _request(options)
    except ValueError as error:
        _complain(options.verb, str(error))
        return EXIT_USAGE
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        carry_out = _send if options.verb == "send" else _tail
        return carry_out(request, options, Path(folder))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="chatapp")
    verbs = parser.add_subparsers(dest="verb", required=True)
    send = verbs.add_parser(
        "send", description=_("Says in a room, or to one person, what comes in.")
    )
    tail = verbs.add_parser(
        "tail", description=_("Prints what is said in a room until it is stopped.")
    )
    for each in (send, tail):
        each.add_argument(
            "room", metavar="ROOM", help=_("such as '#lobby', or the name of a person")
        )
        add_sign_in(each)
        each.add_argument(
            "--create",
            action="store_true",
            help=_("make the room where there is none of this name"),
        )
        each.add_argument(
            "--trust-new",
            action="store_true",
            help=_(
                "speak also with a server that nobody vouches for and that is not"
                " known yet, and know it from then on"
            ),
        )
    tail.add_argument(
        "--json", action="store_true", help=_("print each line as an object of JSON")
    )
    return parser


def _check_room(room: str) -> None:
    """See that a room, or a person, can have this name.

    Raises:
        ValueError: with a sentence that says why not.
    """
    problem = check_channel(room, MOST_CHARACTERS) if is_channel(room) else None
    if problem:
        raise ValueError(problem.sentence)
    if not can_be_named(room):
        raise ValueError(_("Name a room, such as '#lobby', or one person."))


def _request(options: argparse.Namespace) -> SignInRequest:
    """Say where to go and as whom.

    Else it is the chat that this computer hosts, while it runs, or as at the window's
    last sign-in.

    Raises:
        ValueError: with a sentence for each option that is wrong, or missing.
    """
    form = initial_form(
        Settings.load(),
        system_user(),
        address=options.server,
        port=options.port,
        username=options.username,
    )
    is_named = options.server is not None or options.port is not None
    hosted = None if is_named else find_running(data_folder(os.environ) / HOSTED)
    if hosted is None and not form.address:
        raise ValueError(NO_SERVER)
    request = validate(form) if hosted is None else _at_home(hosted, form, options)
    return request if options.trust_new else meets_nobody_new(request)


def _at_home(
    hosted: Started, form: SignInForm, options: argparse.Namespace
) -> SignInRequest:
    """Go to the chat that this computer hosts, as who one is there."""
    username = options.username or hosted.username or form.username
    request = validate(SignInForm(LOOPBACK, str(hosted.port), username))
    return replace(request, demand=Demand(Need.REQUIRED, hosted.fingerprint))


def _send(request: SignInRequest, options: argparse.Namespace, folder: Path) -> int:
    try:
        # Windows gives a program that is started by a click nothing to read.
        words = read_input(sys.stdin.buffer.read() if sys.stdin else b"")
    except NotText as error:
        _complain(options.verb, str(error))
        return EXIT_DATA
    if words.warning:
        _complain(options.verb, words.warning)
    if not words.lines:
        return 0
    client = _client(folder)
    visit = _visit(request, options, client)
    sending = SendingController(
        words.lines, visit, client.network, client.bus, client.loop
    )
    code = client.run(sending.begin)
    return code if code or sending.is_done else EXIT_UNAVAILABLE


def _tail(request: SignInRequest, options: argparse.Namespace, folder: Path) -> int:
    client = _client(folder)
    visit = _visit(request, options, client)
    form = as_json if options.json else as_line
    TailingController(
        visit, client.network, client.bus, now, lambda line: client.say(form(line))
    )
    return client.run(visit.begin)


def _visit(
    request: SignInRequest, options: argparse.Namespace, client: Client
) -> Visit:
    return Visit(
        request,
        options.room,
        client.network,
        client.bus,
        client,
        creates=options.create,
    )


def _client(folder: Path) -> Client:
    """Build a client that knows what the window knows, and keeps its words nowhere."""
    return Client(
        folder,
        TransportPolicies.load(now),
        servers=KnownServers.load(now),
        borrows_accounts=True,
    )


def _complain(verb: str, sentence: str) -> None:
    print(f"chatapp {verb}: {sentence}", file=sys.stderr)  # noqa: T201 - told
