"""What `chatapp` can be told when it is started."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from chatapp.controllers.look.palette_names import parse_name
from chatapp.language import gettext as _
from chatapp.models.entities import LONGEST_USERNAME, SHORTEST_USERNAME
from chatapp.wire.ports import HIGHEST_PORT, PLAIN_PORT, read_port
from chatapp.wire.version import VERSION


@dataclass(frozen=True, slots=True)
class Options:
    """The command line, checked; None where nothing was said."""

    server: str | None = None
    port: str | None = None
    username: str | None = None
    connect: bool = False
    sign_in: bool = False
    host: bool = False
    no_announce: bool = False
    palette: str | None = None
    headless: bool = False
    config: Path | None = None
    link: str | None = None
    registers_links: bool | None = None

    @property
    def address(self) -> str | None:
        """What to put into the address field."""
        return self.server if self.link is None else self.link

    @property
    def leads_somewhere(self) -> bool:
        """Whether it says where to go, or as whom."""
        names = (self.address, self.port, self.username)
        return self.connect or self.host or any(it is not None for it in names)

    @property
    def hosting_port(self) -> int:
        """The port at which a chat on this computer is offered first."""
        if self.host and self.port is not None and self.port.isdecimal():
            return int(self.port)
        return PLAIN_PORT


def parse_options(arguments: Sequence[str] | None = None) -> Options:
    """Read the command line.

    Raises:
        SystemExit: With 2 and a sentence, when an option is wrong; with 0 after
            --help and --version.
    """
    parser = argparse.ArgumentParser(
        prog="chatapp",
        description=_("A chat for people in one place."),
        epilog=_other_commands(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_links(parser)
    add_sign_in(parser)
    parser.add_argument(
        "--connect", action="store_true", help=_("sign in at once, without asking")
    )
    parser.add_argument(
        "--sign-in",
        action="store_true",
        help=_("show the sign-in window, also where a server is joined at the start"),
    )
    _add_hosting(parser)
    parser.add_argument(
        "--palette",
        metavar="NAME",
        type=_palette_name,
        help=_("the colours with this name, such as teal-otter; else random ones"),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"chatapp {VERSION}",
        help=_("print the version, and end"),
    )
    _add_headless(parser)
    options = Options(**vars(parser.parse_args(arguments)))
    problem = _problem_of(options)
    if problem:
        parser.error(problem)
    return options


def _other_commands() -> str:
    """List what `chatapp` does besides opening a window."""
    told = {
        "chatapp send ROOM": _("say in a room, or to one person, what comes in"),
        "chatapp tail ROOM": _("print what is said in a room until it is stopped"),
        "chatapp doctor [ADDRESS]": _("find out why a connection fails"),
    }
    width = max(len(usage) for usage in told)
    lines = [f"  {usage:{width}}  {purpose}" for usage, purpose in told.items()]
    example = _("Example: {command}").format(
        command="chatapp --server 192.168.1.20 --username noor --connect"
    )
    more = _("Each of these tells its options with --help.")
    return "\n".join([_("other commands:"), *lines, "", more, example])


def _problem_of(options: Options) -> str:
    """Say which options do not go together; "" where all of them do."""
    if options.link is not None and options.server is not None:
        return _("a link says where the server is, so leave out --server")
    if options.host and options.address is not None:
        return _("--host starts a chat on this computer, so name no other server")
    if options.no_announce and not options.host:
        return _("--no-announce is about a chat on this computer, so add --host")
    lowest = 0 if options.host else 1
    if options.port and read_port(options.port, lowest) is None:
        return _("a port is a number from 1 to {most}").format(most=HIGHEST_PORT)
    if options.headless != (options.config is not None):
        return _("--headless and --config FILE.toml need each other")
    return ""


def add_sign_in(parser: argparse.ArgumentParser) -> None:
    """Add what says where to go and as whom."""
    parser.add_argument("--server", metavar="ADDRESS", help=_("the server's address"))
    parser.add_argument("--port", metavar="N", help=port_help())
    rule = _("{fewest} to {most} characters").format(
        fewest=SHORTEST_USERNAME, most=LONGEST_USERNAME
    )
    parser.add_argument("--username", metavar="NAME", help=rule)


def port_help() -> str:
    """Say what a port is, and which one is usual."""
    return _("the server's port ({usual})").format(usual=PLAIN_PORT)


def _add_hosting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host",
        action="store_true",
        help=_("start a chat on this computer and join it"),
    )
    parser.add_argument(
        "--no-announce",
        action="store_true",
        help=_("with --host: do not have windows in the network list the chat"),
    )


def _add_links(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "link",
        metavar="LINK",
        nargs="?",
        help=_("an invitation, such as ircs://192.168.1.20/#class, or a short code"),
    )
    for name, registers, sentence in (
        (
            "--register-links",
            True,
            _("have the system open links with chatapp, and end"),
        ),
        ("--unregister-links", False, _("undo that, and end")),
    ):
        parser.add_argument(
            name,
            dest="registers_links",
            action="store_const",
            const=registers,
            help=sentence,
        )


def _add_headless(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--headless",
        action="store_true",
        help=_("stay at the server that --config names, without a window"),
    )
    parser.add_argument(
        "--config",
        metavar="FILE.toml",
        type=Path,
        help=_("the settings for --headless"),
    )


def _palette_name(text: str) -> str:
    try:
        parse_name(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return text
