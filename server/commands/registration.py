"""PASS, NICK, USER, PING, PONG and QUIT: coming, staying and going."""

import re

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from chatapp.wire.names import check_nick, normalize
from server.commands.context import Context
from server.commands.people import MAX_REALNAME_CHARACTERS
from server.commands.sign_in import sign_in_if_complete
from server.commands.table import commands
from server.replies import Refused
from server.world.events import NamesGiven, NickChanged, PasswordOffered
from server.world.people_events import NickGivenUp

MAX_USERNAME_CHARACTERS = 20
_NOT_IN_USERNAME = re.compile(r"[\x00-\x20\x7f!@:*?]+")


@commands.handles("PASS", min_params=1, before_sign_in=True)
def password(context: Context, message: Message) -> None:
    """Give the server's password before signing in."""
    if context.session.is_registered:
        raise Refused(n.ERR_ALREADYREGISTERED)
    context.commit(PasswordOffered(context.session, message.params[0]))


@commands.handles("NICK", before_sign_in=True)
def nick(context: Context, message: Message) -> None:
    """Take a nick, or another one."""
    if not message.params or not message.params[0]:
        raise Refused(n.ERR_NONICKNAMEGIVEN)
    wanted = normalize(message.params[0])
    limits = context.settings.limits
    problem = check_nick(wanted, limits.nick_min_length, limits.nick_length)
    if problem is not None:
        raise Refused(n.ERR_ERRONEUSNICKNAME, wanted, text=problem.sentence)
    holder = context.world.holder(wanted)
    if holder is not None and holder is not context.user:
        raise Refused(n.ERR_NICKNAMEINUSE, wanted)
    if wanted != context.user.nick:
        _take_nick(context, wanted)
    sign_in_if_complete(context)


def _take_nick(context: Context, wanted: str) -> None:
    user = context.user
    if user.is_registered:
        context.commit(NickGivenUp(user, context.services.clock.seconds()))
    context.commit(NickChanged(user, user.nick, wanted))


@commands.handles("USER", min_params=4, before_sign_in=True)
def user(context: Context, message: Message) -> None:
    """Tell a username and a real name, to sign in."""
    if context.session.is_registered:
        raise Refused(n.ERR_ALREADYREGISTERED)
    realname = message.params[3][:MAX_REALNAME_CHARACTERS]
    if not realname:
        raise Refused(n.ERR_NEEDMOREPARAMS, message.command)
    username = _NOT_IN_USERNAME.sub("", message.params[0])[:MAX_USERNAME_CHARACTERS]
    context.commit(NamesGiven(context.session, username or "user", realname))
    sign_in_if_complete(context)


@commands.handles("PING", before_sign_in=True)
def ping(context: Context, message: Message) -> None:
    """Ask whether the server is there."""
    if not message.params:
        raise Refused(n.ERR_NOORIGIN)
    context.say("PONG", context.settings.server.name, text=message.params[0])


@commands.handles("PONG", before_sign_in=True)
def pong(_context: Context, _message: Message) -> None:
    """Answer the server's PING."""


@commands.handles("QUIT", before_sign_in=True)
def quit_server(context: Context, message: Message) -> None:
    """Leave the server, with a reason or without."""
    reason = f"Quit: {message.trailing}" if message.trailing else "Quit"
    context.close(context.session, reason, f"Goodbye. ({reason})")
