"""WHOIS: what is known of users.

Specification: https://modern.ircdocs.horse/#whois-message
"""

from collections.abc import Iterator

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from server.announcements.metadata import EVERYBODY_SEES_IT, understands_metadata
from server.commands.context import Context
from server.commands.server_target import require_this_server
from server.commands.table import commands
from server.commands.targets import split_targets
from server.commands.visibility import is_known_in
from server.replies import Refused
from server.world.metadata import metadata_of
from server.world.user import BOT, OPERATOR, User
from server.world.word_lines import lines_of_words

LINE_BYTES = 350
SHOWN_KEYS = ("display-name", "pronouns", "status", "homepage")


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
        context.reply(n.RPL_WHOISACTUALLY, nick, user.numeric_host)
    _tell_metadata(context, user)
    idle = max(0, context.services.clock.seconds() - user.spoke_at)
    context.reply(n.RPL_WHOISIDLE, nick, str(idle), str(user.signed_on_at))


def _tell_metadata(context: Context, user: User) -> None:
    """Tell what people read at a glance, to clients that know what that is."""
    values = metadata_of(context.world, user)
    if values and understands_metadata(context.session):
        for key in (key for key in SHOWN_KEYS if key in values):
            words = (user.nick, key, EVERYBODY_SEES_IT)
            context.reply(n.RPL_WHOISKEYVALUE, *words, text=values[key])


def _visible_channels(context: Context, user: User) -> Iterator[str]:
    """Give the user's channels, but not those that the asker may not know of."""
    own = context.user.channels
    is_hidden = "i" in user.modes and user is not context.user
    for channel in user.channels:
        is_open = channel in own or not (is_hidden or channel.is_unlisted)
        if is_open and is_known_in(channel, user, context.user):
            yield channel.signs_of(user, every=False) + channel.name
