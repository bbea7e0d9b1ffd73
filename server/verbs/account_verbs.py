"""The verbs of `chatapp-server account`: what they take, and what they order."""

import argparse
from collections.abc import Callable

from chatapp.language import gettext as _
from chatapp.wire.message import Message
from server.verbs.order_verbs import OrderVerb, take_nothing


def _name(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help=_("the account's name"))


def _with_password(command: str) -> Callable[[argparse.Namespace], Message]:
    return lambda typed: Message(command, (typed.name, typed.password))


def _named(command: str) -> Callable[[argparse.Namespace], Message]:
    return lambda typed: Message(command, (typed.name,))


ACCOUNT_VERBS: tuple[OrderVerb, ...] = (
    OrderVerb(
        ("account", "add"),
        _("make an account; its password is typed, or stands on standard input"),
        _name,
        _with_password("ACCOUNT-ADD"),
        needs_password=True,
    ),
    OrderVerb(
        ("account", "list"),
        _("list the accounts"),
        take_nothing,
        lambda _: Message("ACCOUNT-LIST"),
    ),
    OrderVerb(
        ("account", "passwd"),
        _("give an account another password, typed or on standard input"),
        _name,
        _with_password("ACCOUNT-PASSWD"),
        needs_password=True,
    ),
    OrderVerb(
        ("account", "suspend"),
        _("let nobody use an account for now"),
        _name,
        _named("ACCOUNT-SUSPEND"),
    ),
    OrderVerb(
        ("account", "resume"),
        _("let a suspended account be used again"),
        _name,
        _named("ACCOUNT-RESUME"),
    ),
    OrderVerb(
        ("account", "delete"),
        _("let there be no such account any more; what it said stays"),
        _name,
        _named("ACCOUNT-DELETE"),
    ),
)
"""One entry for each verb."""
