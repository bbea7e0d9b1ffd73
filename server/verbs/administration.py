"""The verbs of `chatapp-server` for who looks after a server that runs, or does not."""

import argparse
import getpass
import os
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from chatapp.language import gettext as _
from chatapp.wire.formatting import printable
from chatapp.wire.sasl import MalformedResponse
from server.exit_codes import EXIT_FAILURE, EXIT_OK, EXIT_UNAVAILABLE
from server.network.addresses import address_for_others
from server.program import storage_path
from server.settings.password_keys import SALT_BYTES, hash_password
from server.settings.settings import Settings
from server.storage.copies import CannotCopy, back_up, restore
from server.storage.lock import StorageInUse
from server.storage.schema import UnusableStorage
from server.verbs.account_verbs import ACCOUNT_VERBS
from server.verbs.giving_orders import NoServerRuns, NotDone, give_order
from server.verbs.order_verbs import ORDER_VERBS, OrderVerb, add_order_verbs
from server.voice import say

if TYPE_CHECKING:
    from server.verbs.options import VerbParser


def add_administration(
    verbs: "argparse._SubParsersAction[VerbParser]",
) -> None:
    """Add the verbs; each sets `function` to what does it."""
    add_order_verbs(verbs, (*ORDER_VERBS, *ACCOUNT_VERBS), give)
    adding = (
        ("backup", _("copy the history, also while a server writes it"), copy_history),
        ("restore", _("put a copy in the place of the history"), restore_history),
    )
    for name, summary, function in adding:
        parser = verbs.add_parser(name, help=summary, description=summary)
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.set_defaults(function=function)
    summary = _("make of a password what the settings file may have of an operator's")
    parser = verbs.add_parser("hash-password", help=summary, description=summary)
    parser.set_defaults(function=hash_given_password)


def give(options: argparse.Namespace, settings: Settings) -> int:
    """Give an order to the server that runs, or to its storage."""
    verb: OrderVerb = options.verb
    path = storage_path(settings, os.environ)
    if verb.needs_password:
        options.password = read_password()
    host = address_for_others(settings.server.host)
    options.place = host, str(settings.tls.port or settings.server.port)
    try:
        order = verb.order(options)
        told = give_order(settings, path, order, needs_server=verb.needs_server)
    except NoServerRuns as problem:
        _complain(str(problem))
        return EXIT_UNAVAILABLE
    except UnusableStorage as problem:
        return _complain(problem.spoken(os.environ))
    except NotDone as problem:
        return _complain(str(problem))
    for line in told:
        say(printable(line))
    return EXIT_OK


def copy_history(options: argparse.Namespace, settings: Settings) -> int:
    """Copy the history into a file."""
    try:
        back_up(storage_path(settings, os.environ), options.file)
    except CannotCopy as problem:
        return _complain(str(problem))
    say(f"The history is copied to {options.file}")
    return EXIT_OK


def restore_history(options: argparse.Namespace, settings: Settings) -> int:
    """Put a copy in the place of the history; no server may run."""
    try:
        aside = restore(options.file, storage_path(settings, os.environ))
    except StorageInUse:
        _complain("A server runs with this history. Stop it first, then restore.")
        return EXIT_UNAVAILABLE
    except UnusableStorage as problem:
        return _complain(problem.spoken(os.environ))
    except CannotCopy as problem:
        return _complain(str(problem))
    say(f"The history is what {options.file} has.")
    if aside is not None:
        say(f"What was there before is in {aside}")
    return EXIT_OK


def hash_given_password(_options: argparse.Namespace, _settings: Settings) -> int:
    """Print what proves a password and does not tell it."""
    password = read_password()
    if not password:
        return _complain("There is no password. Type one, or give it as a line.")
    try:
        say(hash_password(password, secrets.token_bytes(SALT_BYTES)))
    except MalformedResponse:
        return _complain("This password cannot be used. Choose another.")
    return EXIT_OK


def read_password() -> str:
    """Give a password that is typed unseen, or stands on standard input."""
    if sys.stdin.isatty():
        return getpass.getpass("Password: ")
    return sys.stdin.readline().rstrip("\r\n")


def _complain(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return EXIT_FAILURE
