"""The verbs of `chatapp-server` that are orders: what they take, and what they send."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chatapp.language import gettext as _
from chatapp.wire.message import Message
from server.commands.invitations import ANY
from server.commands.orders import NO_DURATION
from server.settings.settings import Settings

if TYPE_CHECKING:
    from server.verbs.options import VerbParser

Arguments = Callable[[argparse.ArgumentParser], None]


@dataclass(frozen=True, slots=True)
class OrderVerb:
    """One verb.

    Args:
        words: the verb as it is typed, of one word or two.
        summary: what it does.
        arguments: adds what it takes to its parser.
        order: makes the order of what was typed.
        needs_server: whether it makes sense only where a server runs.
        needs_password: whether a password is typed beside, or on standard input.
    """

    words: tuple[str, ...]
    summary: str
    arguments: Arguments
    order: Callable[[argparse.Namespace], Message]
    needs_server: bool = False
    needs_password: bool = False


def take_nothing(_parser: argparse.ArgumentParser) -> None:
    """Take nothing but the verb itself."""


def _described(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "described",
        metavar="MASK",
        help=_("nick!user@host with stars, an address, or a network: 192.0.2.0/24"),
    )


def _ban(parser: argparse.ArgumentParser) -> None:
    _described(parser)
    parser.add_argument(
        "--for",
        dest="duration",
        default=NO_DURATION,
        metavar="TIME",
        help=_("such as 90m, 12h or 30d; without it the ban does not end by itself"),
    )
    parser.add_argument("--reason", default="", help=_("what those hear who come"))


def _invitation(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--channel",
        default=ANY,
        metavar="#CHANNEL",
        help=_("the channel that it opens, too, whatever its modes are"),
    )
    parser.add_argument(
        "--uses",
        default=ANY,
        metavar="N",
        help=_(
            "how many people it lets in, from 1 on; without it, or with *, any number"
        ),
    )
    parser.add_argument(
        "--valid",
        default=ANY,
        metavar="TIME",
        help=_("such as 90m, 2h or 30d; without it, or with *, it does not expire"),
    )


def _number(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="N", help=_("the number that the list shows"))


ORDER_VERBS: tuple[OrderVerb, ...] = (
    OrderVerb(
        ("stats",),
        _("tell how much the running server has to do"),
        take_nothing,
        lambda _: Message("STATS"),
        needs_server=True,
    ),
    OrderVerb(
        ("reload",),
        _("let the running server read its settings and certificate anew"),
        take_nothing,
        lambda _: Message("RELOAD"),
        needs_server=True,
    ),
    OrderVerb(
        ("stop",),
        _("let the running server end, after it has told everybody"),
        take_nothing,
        lambda _: Message("STOP"),
        needs_server=True,
    ),
    OrderVerb(
        ("ban", "add"),
        _("let nobody in whom a mask, an address or a network describes"),
        _ban,
        lambda typed: Message(
            "BAN-ADD", (typed.described, typed.duration, typed.reason)
        ),
    ),
    OrderVerb(
        ("ban", "list"),
        _("list whom the server does not let in"),
        take_nothing,
        lambda _: Message("BAN-LIST"),
    ),
    OrderVerb(
        ("ban", "remove"),
        _("let somebody in again"),
        _described,
        lambda typed: Message("BAN-REMOVE", (typed.described,)),
    ),
    OrderVerb(
        ("invite", "make"),
        _("make an invitation, which lets in who has it; its token is shown once"),
        _invitation,
        lambda typed: Message(
            "INVITATION-MAKE",
            (typed.channel, typed.uses, typed.valid, *typed.place),
        ),
    ),
    OrderVerb(
        ("invite", "list"),
        _("list the invitations, and how many people came by each"),
        take_nothing,
        lambda _: Message("INVITATION-LIST"),
    ),
    OrderVerb(
        ("invite", "revoke"),
        _("let nobody in any more by an invitation"),
        _number,
        lambda typed: Message("INVITATION-REVOKE", (typed.number,)),
    ),
)
"""One entry for each verb."""


def add_order_verbs(
    verbs: "argparse._SubParsersAction[VerbParser]",
    added: Sequence[OrderVerb],
    give: Callable[[argparse.Namespace, Settings], int],
) -> None:
    """Add verbs to those of the program; `give` does each, by its `verb`."""
    groups: dict[str, argparse._SubParsersAction[VerbParser]] = {}
    for verb in added:
        into, name = verbs, verb.words[-1]
        if len(verb.words) > 1:
            group = verb.words[0]
            if group not in groups:
                others = [v.words[1] for v in added if v.words[0] == group]
                parser = verbs.add_parser(group, help=", ".join(others))
                groups[group] = parser.add_subparsers(required=True, metavar="WHAT")
            into = groups[group]
        parser = into.add_parser(name, help=verb.summary, description=verb.summary)
        verb.arguments(parser)
        parser.set_defaults(verb=verb, function=give)
