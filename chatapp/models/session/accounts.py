"""Accounts: which one this session uses, and making one (REGISTER).

Specification: https://ircv3.net/specs/extensions/account-registration
"""

from typing import TYPE_CHECKING

from chatapp.models.events import AccountChanged
from chatapp.models.session.facts import AccountMade, AccountNotMade
from chatapp.models.session.table import inbound
from chatapp.wire import numerics as n
from chatapp.wire.capabilities import ACCOUNT_REGISTRATION
from chatapp.wire.message import Message

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

_NAME_OF_NICK = "*"
_NO_EMAIL = "*"
_EMAIL_REQUIRED = "email-required"


def can_register(session: "Session") -> bool:
    """Tell whether an account of one's nick can be made without asking anybody."""
    offered = session.login.offered.get(ACCOUNT_REGISTRATION)
    if offered is None or _EMAIL_REQUIRED in offered.split(","):
        return False
    has_its_nick = session.nick == session.wanted_nick
    return session.registered and has_its_nick and not session.account


def register(session: "Session", secret: str) -> None:
    """Make an account of one's nick; AccountMade or AccountNotMade follows."""
    session.send("REGISTER", _NAME_OF_NICK, _NO_EMAIL, secret)


@inbound.handles("REGISTER", min_params=2)
def registered(session: "Session", message: Message) -> None:
    """Take in that an account is made, or would be after something was confirmed."""
    if message.params[0].upper() == "SUCCESS":
        session.emit(AccountMade(message.params[1]))
    else:
        session.emit(AccountNotMade(message.params[0].upper()))


@inbound.handles(n.RPL_LOGGEDIN, min_params=3)
def logged_in(session: "Session", message: Message) -> None:
    """Be somebody with an account."""
    _change(session, message.params[2])


@inbound.handles(n.RPL_LOGGEDOUT)
def logged_out(session: "Session", _message: Message) -> None:
    """Be a guest."""
    _change(session, "")


def _change(session: "Session", account: str) -> None:
    if session.account != account:
        session.account = account
        session.emit(AccountChanged(account))
