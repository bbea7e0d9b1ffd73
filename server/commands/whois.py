"""WHOIS: what is known of users.

Specification: https://modern.ircdocs.horse/#whois-message
"""

from collections.abc import Iterator

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from server.commands.context import Context
from server.commands.server_target import require_this_server
from server.commands.table import commands
from server.commands.targets import split_targets
from server.commands.word_lines import lines_of_words
from server.replies import Refused
from server.world.user import BOT, OPERATOR, User

LINE_BYTES = 350


@commands.handles("WHOIS")
def whois(context: Context, message: Message) -> None:
    """Tell what is known of users."""
    *servers, asked = message.params[:2] or [""]
    if not asked:
        raise Refused(n.ERR_NONICKNAMEGIVEN)
    for server in servers:
        require_this_server(context, server)
    for nick in split_targets(message.command, asked):
        user = context.world.user(nick)
        if user is None:
            context.reply(n.ERR_NOSUCHNICK, nick)
        else:
            _tell(context, user)
    context.reply(n.RPL_ENDOFWHOIS, asked)


def _tell(context: Context, user: User) -> None:
    server, nick = context.settings.server, user.nick
    context.reply(
        n.RPL_WHOISUSER, nick, user.username, user.host, "*", text=user.realname
    )
    for line in lines_of_words(_visible_channels(context, user), LINE_BYTES):
        context.reply(n.RPL_WHOISCHANNELS, nick, text=line)
    context.reply(n.RPL_WHOISSERVER, nick, server.name, text=server.description)
    if OPERATOR in user.modes:
        context.reply(n.RPL_WHOISOPERATOR, nick)
    if BOT in user.modes:
        context.reply(n.RPL_WHOISBOT, nick)
    if user.account is not None:
        context.reply(n.RPL_WHOISACCOUNT, nick, user.account)
    if user.is_secure:
        context.reply(n.RPL_WHOISSECURE, nick)
    if user.away is not None:
        context.reply(n.RPL_AWAY, nick, text=user.away)
    if context.user is user or OPERATOR in context.user.modes:
        context.reply(n.RPL_WHOISACTUALLY, nick, user.host)
    idle = max(0, context.services.clock.seconds() - user.spoke_at)
    context.reply(n.RPL_WHOISIDLE, nick, str(idle), str(user.signed_on_at))


def _visible_channels(context: Context, user: User) -> Iterator[str]:
    """Give the user's channels, but not those that the asker may not know of."""
    own = context.user.channels
    is_hidden = "i" in user.modes and user is not context.user
    for channel in user.channels:
        if channel in own or not (is_hidden or channel.is_unlisted):
            yield channel.signs_of(user, every=False) + channel.name
