"""Signing in to an account and out of it, by whatever way it was proved."""

from collections.abc import Mapping

from chatapp.wire.numerics import RPL_LOGGEDIN, RPL_LOGGEDOUT
from server.commands.context import Context
from server.commands.ports import History
from server.settings.settings import Settings
from server.world.accounts import Account
from server.world.people_events import AccountChanged
from server.world.signing_in import StayChanged, TalksMoved, TalksRecalled
from server.world.user import User, identity_of

Talks = Mapping[str, str]
"""Identities by the keys of their nicks."""


def read_talks(history: History, account: Account) -> Talks:
    """Give with whom an account talked before; only a worker may ask."""
    return history.talks_of(identity_of(account.key))


def sign_in_to(context: Context, account: Account, talks: Talks) -> None:
    """Let the sender's user be one of this account from now on."""
    user, previous = context.user, context.user.id
    was_guest = user.account is None
    prefix = _prefix_of(context)
    context.reply(RPL_LOGGEDIN, prefix, account.name, account=account.name)
    if user.account != account.name:
        leave_off_staying(context, user)
        context.commit(AccountChanged(user, user.account, account.name))
    if was_guest and user.correspondents:
        number = context.services.numbers.next()
        context.commit(TalksMoved(user, previous, number))
    context.commit(TalksRecalled(user, talks))
    if user.is_registered:
        refresh_staying(context, user)


def sign_out(context: Context, user: User) -> None:
    """Let a user be one of no account any more."""
    leave_off_staying(context, user)
    context.commit(AccountChanged(user, user.account, None))
    for session in user.sessions:
        other = Context(context.services, session, context.step)
        other.reply(RPL_LOGGEDOUT, user.prefix)


def refresh_staying(context: Context, user: User) -> None:
    """Let a user stay without a connection if his account and the settings say so."""
    account = context.world.account(user.account or "")
    stays = account is not None and is_always_on(context.settings, account)
    if stays is user.stays:
        return
    if not stays or user.id not in context.world.staying:
        context.commit(StayChanged(user, stays))


def leave_off_staying(context: Context, user: User) -> None:
    """Let a user end with his last connection."""
    if user.stays:
        context.commit(StayChanged(user, False))


def is_always_on(settings: Settings, account: Account) -> bool:
    """Tell whether the user of an account stays without a connection."""
    policy = settings.accounts.always_on
    if account.is_suspended or policy in ("disabled", "mandatory"):
        return policy == "mandatory" and not account.is_suspended
    chosen = account.is_always_on
    return (policy == "opt-out") if chosen is None else chosen


def _prefix_of(context: Context) -> str:
    user = context.user
    nick = user.nick or context.session.wanted_nick or "*"
    return f"{nick}!{user.username or '*'}@{user.host}"
