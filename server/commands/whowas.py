"""WHOWAS: what is known of users who have left, or had a nick before.

Specification: https://modern.ircdocs.horse/#whowas-message
"""

import re

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from server.clock import render_for_people
from server.commands.context import Context
from server.commands.server_target import require_this_server
from server.commands.table import commands
from server.commands.targets import split_targets
from server.replies import Refused
from server.world.past_users import PastUser

MAX_REPLIES = 100
_COUNT = re.compile(r"0*(?P<count>[1-9][0-9]{0,5})")


@commands.handles("WHOWAS")
def whowas(context: Context, message: Message) -> None:
    """Tell who had a nick before, the latest first, and not more than you ask for."""
    if not message.params or not message.params[0]:
        raise Refused(n.ERR_NONICKNAMEGIVEN)
    for target in message.params[2:3]:
        require_this_server(context, target)
    found: list[PastUser] = []
    limit = _limit(message)
    for nick in split_targets(message.command, message.params[0]):
        past = context.world.past_users.of(context.world.fold(nick))
        found += past[:limit]
        if not past:
            context.reply(n.ERR_WASNOSUCHNICK, nick)
    for user in sorted(found, key=lambda user: user.number, reverse=True):
        _tell(context, user)
    context.reply(n.RPL_ENDOFWHOWAS, message.params[0])


def _limit(message: Message) -> int:
    asked = _COUNT.fullmatch("".join(message.params[1:2]))
    return min(int(asked["count"]), MAX_REPLIES) if asked else MAX_REPLIES


def _tell(context: Context, user: PastUser) -> None:
    context.reply(
        n.RPL_WHOWASUSER, user.nick, user.username, user.host, "*", text=user.realname
    )
    if user.account is not None:
        context.reply(n.RPL_WHOISACCOUNT, user.nick, user.account)
    server, when = context.settings.server.name, render_for_people(user.left_at)
    context.reply(n.RPL_WHOISSERVER, user.nick, server, text=when)
