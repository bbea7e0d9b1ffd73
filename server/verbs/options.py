"""The options of `chatapp-server`, which may stand before its verb and behind it."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from chatapp.language import gettext as _
from chatapp.wire.ports import read_port
from server.log_lines import FORMATTERS
from server.program import PROGRAM

UNLESS_SAID = {
    "config": None,
    "host": None,
    "port": None,
    "stop_with_parent": False,
    "log_format": "text",
    "speak_json": False,
    "no_announce": False,
}
"""What each option is where nobody gives it; no verb undoes what stands before it."""


class VerbParser(argparse.ArgumentParser):
    """Reads what follows a verb; the settings file may be named there, too."""

    def __init__(self, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        add_file_option(self)


def add_file_option(parser: argparse.ArgumentParser) -> None:
    """Let a parser take the settings file."""
    parser.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        default=argparse.SUPPRESS,
        help=_("a TOML file"),
    )


def add_program_options(parser: argparse.ArgumentParser) -> None:
    """Let a parser take what stands before any verb: the version, a settings file."""
    words = _("print the version, and end")
    parser.add_argument("--version", action="version", version=PROGRAM, help=words)
    add_file_option(parser)


def _port(text: str) -> int:
    port = read_port(text, lowest=0)
    if port is None:
        raise argparse.ArgumentTypeError("A port is a whole number from 0 to 65535.")
    return port


_SERVING: tuple[tuple[str, dict[str, Any]], ...] = (
    ("--host", {"metavar": "H", "help": _("the address to listen on")}),
    (
        "--port",
        {
            "type": _port,
            "metavar": "N",
            "help": _("the port, 0 to 65535, and no other one"),
        },
    ),
    # For programs: end when standard input ends, unless it says to stay.
    ("--stop-with-parent", {"action": "store_true", "help": argparse.SUPPRESS}),
    (
        "--log-format",
        {
            "choices": list(FORMATTERS),
            "help": _("how each line of the log is written: as key=value, or as JSON"),
        },
    ),
    (
        "--no-announce",
        {
            "action": "store_true",
            "help": _("do not let windows in the same network find this server"),
        },
    ),
    # For the program that starts the server and becomes its operator.
    ("--speak-json", {"action": "store_true", "help": argparse.SUPPRESS}),
)


def add_serving_options(parser: argparse.ArgumentParser) -> None:
    """Let a parser take what matters to a server that runs."""
    for name, words in _SERVING:
        parser.add_argument(name, default=argparse.SUPPRESS, **words)


def require_known_options(
    parser: argparse.ArgumentParser, arguments: Sequence[str]
) -> None:
    """Refuse an option that there is not, whose value would be taken for a verb."""
    known = (
        "--config",
        "--version",
        "--help",
        *(f"--{_dashed(n)}" for n in UNLESS_SAID),
    )
    is_value = False
    for word in arguments:
        name, is_option = word.partition("=")[0], word.startswith("--")
        if not (is_option or is_value):
            return  # a verb, which has options of its own
        if is_option and not any(each.startswith(name) for each in known):
            parser.error(f"There is no option {name}. --help shows those that are.")
        is_value = is_option


def _dashed(name: str) -> str:
    return name.replace("_", "-")
