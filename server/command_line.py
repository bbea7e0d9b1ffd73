"""The program `chatapp-server`: its options, its verbs and what it prints."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial

from chatapp.language import gettext as _
from chatapp.wire.findings import is_well, render_report
from chatapp.wire.ports import PLAIN_PORT
from chatapp.wire.this_computer import is_here
from server.app import Server
from server.chosen_settings import chosen_settings, fit_settings, settings_to_serve
from server.exit_codes import (
    EXIT_CONFIGURATION,
    EXIT_FAILURE,
    EXIT_NO_PERMISSION,
    EXIT_OK,
    EXIT_UNAVAILABLE,
)
from server.host_operator import new_operator
from server.interpreter import set_up_interpreter
from server.log_thread import logging_to
from server.network.addresses import (
    CannotListen,
    address_for_others,
    render_place,
)
from server.network.certificate_apart import make_certificate_apart
from server.network.tls_keeper import (
    UnusableCertificate,
    certificate_path,
    keep_certificate,
    make_new_certificate,
)
from server.open_files import is_short_of_room
from server.program import storage_path
from server.settings.file import WrongSetting
from server.settings.operator_settings import OperatorSettings
from server.settings.page import render_settings
from server.settings.settings import Settings
from server.shutdown import Shutdown
from server.storage.lock import StorageInUse
from server.storage.schema import UnusableStorage
from server.systemd import READY, notify, take_sockets
from server.verbs.administration import add_administration
from server.verbs.options import (
    UNLESS_SAID,
    VerbParser,
    add_program_options,
    add_serving_options,
    require_known_options,
)
from server.voice import Fault, Voice, say


def run_command(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for; give the exit code."""
    parser = _parser()
    require_known_options(parser, arguments)
    options = parser.parse_args(arguments)
    with logging_to(sys.stderr, options.log_format):
        return _run(options)


def _run(options: argparse.Namespace) -> int:
    try:
        settings = chosen_settings(options)
    except WrongSetting as wrong:
        _voice(options).complain(Fault.CONFIGURATION, str(wrong))
        return EXIT_CONFIGURATION
    function: Callable[[argparse.Namespace, Settings], int] = options.function
    return function(options, settings)


def serve(options: argparse.Namespace, settings: Settings) -> int:
    """Run the server until it is asked to end."""
    operator = new_operator(settings) if options.speak_json else None
    settings, voice = fit_settings(settings, operator), _voice(options)
    try:
        path = storage_path(settings, os.environ)
        listening = take_sockets(os.environ)
        load = partial(settings_to_serve, options, operator)
        make = make_certificate_apart
        server = Server(settings, path, None, load, listening, make)
    except CannotListen as problem:
        voice.complain(Fault.ADDRESS, problem.spoken(os.environ))
        return EXIT_NO_PERMISSION if problem.lacks_right else EXIT_UNAVAILABLE
    except UnusableStorage as problem:
        is_in_use = isinstance(problem, StorageInUse)
        fault = Fault.STORAGE_IN_USE if is_in_use else Fault.STORAGE
        voice.complain(fault, problem.spoken(os.environ))
        return EXIT_UNAVAILABLE
    except UnusableCertificate as problem:
        voice.complain(Fault.CERTIFICATE, problem.spoken(os.environ))
        return EXIT_CONFIGURATION
    shutdown = Shutdown(server)
    shutdown.listen_to_signals()
    if options.stop_with_parent:
        shutdown.listen_to_parent()
    set_up_interpreter()
    only_invited = server.lets_in_only_invited
    server.start()
    _invite(settings, server, voice, operator, only_invited=only_invited)
    notify(os.environ, READY)
    return shutdown.wait()


def check_settings(options: argparse.Namespace, settings: Settings) -> int:
    """Say that the settings are right; were they wrong, they would not be here."""
    try:
        if settings.tls.cert:
            keep_certificate(settings, storage_path(settings, os.environ))
    except UnusableCertificate as problem:
        _voice(options).complain(Fault.CERTIFICATE, problem.spoken(os.environ))
        return EXIT_CONFIGURATION
    say("The settings are right.")
    return EXIT_OK


def show_default_settings(_options: argparse.Namespace, _settings: Settings) -> int:
    """Print a file with all settings, their defaults and what they are for."""
    say(render_settings(Settings()).rstrip("\n"))
    return EXIT_OK


def make_own_certificate(options: argparse.Namespace, settings: Settings) -> int:
    """Make a certificate where the server looks for one, signed by itself."""
    path = certificate_path(settings, storage_path(settings, os.environ))
    try:
        fingerprint = make_new_certificate(settings, path)
    except UnusableCertificate as problem:
        _voice(options).complain(Fault.CERTIFICATE, problem.spoken(os.environ))
        return EXIT_FAILURE
    say(f"Made a certificate, with its key, in {path}")
    say(f"Its SHA-256 fingerprint: {fingerprint}")
    return EXIT_OK


def examine_server(options: argparse.Namespace, settings: Settings) -> int:
    """Tell whether others can reach the server, and what to do where they cannot."""
    # Its parts take a while to load, and no other verb needs them.
    from server.doctor.examination import examine  # noqa: PLC0415 - so

    try:
        findings = list(examine(settings, storage_path(settings, os.environ)))
    except CannotListen as problem:
        _voice(options).complain(Fault.ADDRESS, problem.spoken(os.environ))
        return EXIT_FAILURE
    say(render_report(findings))
    return EXIT_OK if is_well(findings) else EXIT_FAILURE


COMMANDS: dict[str, tuple[Callable[[argparse.Namespace, Settings], int], str]] = {
    "run": (serve, _("run the server")),
    "check-config": (check_settings, _("tell whether the settings are right")),
    "default-config": (
        show_default_settings,
        _("print all settings and what they mean"),
    ),
    "doctor": (
        examine_server,
        _("tell whether others can reach the server, and why not"),
    ),
    "gen-cert": (make_own_certificate, _("make a certificate for TLS")),
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="chatapp-server",
        description=_("A chat server for people in one place. Alone, it runs."),
    )
    add_program_options(parser)
    add_serving_options(parser)
    parser.set_defaults(function=serve, **UNLESS_SAID)
    verbs = parser.add_subparsers(
        title=_("verbs; without one, it runs"), metavar="VERB", parser_class=VerbParser
    )
    for name, (function, summary) in COMMANDS.items():
        verb = verbs.add_parser(name, help=summary, description=summary)
        verb.set_defaults(function=function)
        if function in (serve, examine_server):
            add_serving_options(verb)
    add_administration(verbs)
    return parser


def _invite(
    settings: Settings,
    server: Server,
    voice: Voice,
    operator: OperatorSettings | None,
    *,
    only_invited: bool,
) -> None:
    host, port = server.places[0]
    others = address_for_others(settings.server.host)
    most = settings.limits.max_connections
    hint = f"chatapp --server {others}"
    if port != PLAIN_PORT:
        hint += f" --port {port}"
    here_only = is_here(others)
    place = render_place(host, port)
    voice.invite(
        place,
        port,
        others,
        hint,
        server.fingerprint,
        operator,
        here_only=here_only,
        only_invited=only_invited,
        most=most if is_short_of_room(most) else None,
    )


def _voice(options: argparse.Namespace) -> Voice:
    return Voice(to_program=options.speak_json)
