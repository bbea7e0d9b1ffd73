"""OPER, KILL and WALLOPS: what operators of the server are and may.

Specification: https://modern.ircdocs.horse/#operator-messages
"""

from functools import partial

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from server.commands.audit import author_of, note_act, note_limit
from server.commands.channels import known_user
from server.commands.context import Context
from server.commands.login_attempts import MANY_ATTEMPTS, WAIT, nobody_of
from server.commands.nick_ownership import end_user
from server.commands.table import commands
from server.replies import Refused
from server.reply_texts import WRONG_OPERATOR
from server.settings.password_keys import is_right
from server.world.events import UserModesChanged
from server.world.people_events import (
    Killed,
    OperatorProved,
    ProofFailed,
    WallopsSent,
)
from server.world.user import OPERATOR, SERVER_NOTICES, WALLOPS, User

MOST_FAILURES = 5
"""Who has named so many wrong passwords is sent away."""


@commands.handles("OPER", min_params=2, before_sign_in=True)
def become_operator(context: Context, message: Message) -> None:
    """Become an operator of this server, with a name and its password."""
    name, offered = message.params[:2]
    _count_attempt(context, name)
    kept = _password_of(context, name)
    context.later(
        lambda _history: is_right(offered, kept),
        partial(_decide, name, kept),
        is_proof=True,
    )


@commands.handles("KILL", min_params=1, operators_only=True)
def kill(context: Context, message: Message) -> None:
    """End a user's connections, with a reason or without."""
    nick = message.params[0]
    if nick == context.settings.server.name:
        raise Refused(n.ERR_CANTKILLSERVER)
    user = known_user(context, nick)
    given = "".join(message.params[1:2])[: context.settings.limits.kick_length]
    reason = given or "No reason was given."
    author = author_of(context)
    note_act(
        context, "kill", f"has ended the connections of {user.nick}.", user=user.prefix
    )
    end_connections(context, user, f"Killed ({author} ({reason}))", reason)


def end_connections(context: Context, user: User, farewell: str, reason: str) -> None:
    """End all connections of a user.

    Args:
        context: whose act it is.
        user: whose connections.
        farewell: what the others hear.
        reason: what he hears himself.
    """
    by = context.user.prefix or context.settings.server.name
    context.commit(Killed(by, user, reason))
    end_user(context, user, farewell)


@commands.handles("WALLOPS", min_params=1, operators_only=True)
def wallops(context: Context, message: Message) -> None:
    """Say something to everybody who wants to hear it (user mode w)."""
    text = message.params[0]
    if not text:
        raise Refused(n.ERR_NOTEXTTOSEND)
    hearers = tuple(
        user for user in context.world.registered() if WALLOPS in user.modes
    )
    note_act(context, "wallops", "speaks to all with WALLOPS.", hearers=len(hearers))
    context.commit(WallopsSent(context.user, hearers, text))


def _password_of(context: Context, name: str) -> str | None:
    operators = context.settings.operators
    return next((each.password for each in operators if each.name == name), None)


def _count_attempt(context: Context, name: str) -> None:
    """Count that somebody tries, over all his connections.

    Raises:
        Refused: too many have tried in vain.
    """
    key = nobody_of(name) if _password_of(context, name) is None else _key_of(name)
    wait = context.services.attempts.begin(key, context.session.address)
    if wait > 0:
        note_limit(context, "login-attempts", MANY_ATTEMPTS)
        text = WAIT.format(seconds=int(wait) + 1)
        raise Refused(n.ERR_PASSWDMISMATCH, text=text)


def _key_of(name: str) -> str:
    """Give the key by which attempts are counted: no account has such a one."""
    return f"operator {name}"


def _decide(name: str, kept: str | None, context: Context, fits: bool) -> None:
    if not fits or kept is None or _password_of(context, name) != kept:
        _refuse(context)
        return
    user = context.user
    context.services.attempts.succeeded(_key_of(name), context.session.address)
    context.commit(OperatorProved(user, name))
    modes = user.modes | {OPERATOR, SERVER_NOTICES}
    # Who has not signed in yet gets them when he has.
    if modes != user.modes and user.is_registered:
        context.commit(UserModesChanged(user, user.modes, modes))
    context.reply(n.RPL_YOUREOPER)
    note_act(
        context,
        "oper",
        f"is an operator now, as {user.nick or 'somebody who signs in'}.",
    )


def _refuse(context: Context) -> None:
    context.commit(ProofFailed(context.session))
    note_act(context, "oper-refused", "has named a wrong password for OPER.")
    context.reply(n.ERR_PASSWDMISMATCH, text=WRONG_OPERATOR)
    if context.session.failed_proofs >= MOST_FAILURES:
        context.close(context.session, "Too many wrong passwords.")
