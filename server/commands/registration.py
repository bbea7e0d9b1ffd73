"""PASS, NICK, USER, PING, PONG and QUIT: coming, staying and going."""

import hmac
import re

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from chatapp.wire.names import normalize
from server.commands.admission import TOKEN_PREFIX
from server.commands.context import Context
from server.commands.nick_ownership import (
    is_free,
    nick_problem,
    require_nick,
    take_nick,
)
from server.commands.people import MAX_REALNAME_CHARACTERS
from server.commands.sign_in import sign_in_if_complete
from server.commands.speaking import last_words
from server.commands.table import commands
from server.replies import Refused
from server.world.events import NamesGiven, PasswordOffered
from server.world.invitations import TokenOffered
from server.world.people_events import NickGivenUp
from server.world.signing_in import NickWanted

MAX_USERNAME_CHARACTERS = 20
_NOT_IN_USERNAME = re.compile(r"[\x00-\x20\x7f-\xa0!@:*?]+")


@commands.handles("PASS", min_params=1, before_sign_in=True)
def password(context: Context, message: Message) -> None:
    """Give the server's password, or an invitation's token, before signing in."""
    if context.session.is_registered:
        raise Refused(n.ERR_ALREADYREGISTERED)
    offered = message.params[0]
    is_token = offered.startswith(TOKEN_PREFIX)
    if is_token and not _is_password(context, offered):
        token = offered.removeprefix(TOKEN_PREFIX)
        context.commit(TokenOffered(context.session, token))
    else:
        context.commit(PasswordOffered(context.session, offered))


def _is_password(context: Context, offered: str) -> bool:
    """Tell whether it is the server's; how long it takes tells nothing of that."""
    expected = context.settings.server.password
    return hmac.compare_digest(offered.encode(), expected.encode())


@commands.handles("NICK", before_sign_in=True)
def nick(context: Context, message: Message) -> None:
    """Take a nick, or another one."""
    if not message.params or not message.params[0]:
        raise Refused(n.ERR_NONICKNAMEGIVEN)
    wanted = normalize(message.params[0])
    shortest = context.settings.limits.nick_min_length
    problem = nick_problem(context, wanted, shortest)
    if problem is not None:
        raise Refused(n.ERR_ERRONEUSNICKNAME, wanted, text=problem.sentence)
    if not context.session.is_registered:
        _ask_for_nick(context, wanted)
        sign_in_if_complete(context)
    elif wanted != context.user.nick:
        _require_no_ban(context, wanted)
        require_nick(context, wanted)
        context.commit(NickGivenUp(context.user, context.services.clock.seconds()))
        take_nick(context, context.user, wanted)


def _require_no_ban(context: Context, wanted: str) -> None:
    """Refuse another nick to who is silenced where he is: it would undo the ban.

    Raises:
        Refused: a ban of one of his channels describes him.
    """
    user = context.user
    for channel in user.channels:
        if channel.is_silenced(user) and not channel.ranks_of(user):
            raise Refused(n.ERR_BANNICKCHANGE, wanted, channel.name)


def _ask_for_nick(context: Context, wanted: str) -> None:
    """Take a nick that is free; whether another one can be had is seen at sign-in.

    Until then the client may prove that it is its own.
    """
    user, session, world = context.user, context.session, context.world
    if world.holder(wanted) is user or is_free(context, wanted):
        if session.wanted_nick:
            context.commit(NickWanted(session, ""))
        if wanted != user.nick:
            take_nick(context, user, wanted)
    elif session.is_negotiating or user.account is not None:
        context.commit(NickWanted(session, wanted))
    else:
        context.commit(NickWanted(session, wanted, is_refused=True))
        require_nick(context, wanted)


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
    user, words = context.user, message.trailing
    for channel in user.channels:
        words = last_words(channel, user, words)
    reason = f"Quit: {words}" if words else "Quit"
    if user.account is not None and context.session.is_registered:
        # Who shares a user with others would not know whether it was he who left.
        context.send(f":{user.prefix} QUIT :{reason}")
    context.close(context.session, reason, f"Goodbye. ({reason})")
