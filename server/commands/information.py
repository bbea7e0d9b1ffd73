"""MOTD, LUSERS, VERSION, ISUPPORT, TIME, INFO, ADMIN, LINKS: the server on itself."""

from chatapp.wire import numerics as n
from chatapp.wire.capabilities import EXTENDED_ISUPPORT
from chatapp.wire.masks import compile_mask
from chatapp.wire.message import Message
from server.clock import render_for_people
from server.commands.context import Context
from server.commands.server_target import require_this_server
from server.commands.table import commands
from server.commands.welcome import tell_isupport, tell_lusers, tell_motd
from server.replies import Refused

ALL_LINKS = "*"
NO_HOPS = 0
ABOUT = (
    "chatapp is a chat for people, and the server it talks to.",
    "It speaks IRC with the extensions of IRCv3; any IRC client can join.",
)


@commands.handles("MOTD")
def motd(context: Context, message: Message) -> None:
    """Read the message of the day."""
    _require_this_server(context, message)
    tell_motd(context)


@commands.handles("LUSERS")
def lusers(context: Context, _message: Message) -> None:
    """Tell how many users and channels there are."""
    tell_lusers(context)


@commands.handles("VERSION")
def version(context: Context, message: Message) -> None:
    """Tell which program the server runs, and what it supports."""
    _require_this_server(context, message)
    server = context.settings.server
    context.reply(
        n.RPL_VERSION, context.services.version, server.name, text=server.description
    )
    tell_isupport(context)


@commands.handles("ISUPPORT", before_sign_in=True)
def isupport(context: Context, _message: Message) -> None:
    """Tell what the server supports."""
    session = context.session
    if not (session.is_registered or session.has(EXTENDED_ISUPPORT)):
        raise Refused(n.ERR_NOTREGISTERED)
    tell_isupport(context)


@commands.handles("TIME")
def time(context: Context, message: Message) -> None:
    """Tell the server's time."""
    _require_this_server(context, message)
    now = context.services.clock.seconds()
    words = (context.settings.server.name, str(now), "0")
    context.reply(n.RPL_TIME, *words, text=render_for_people(now))


@commands.handles("INFO")
def info(context: Context, message: Message) -> None:
    """Tell what this program is, and since when it runs."""
    _require_this_server(context, message)
    services = context.services
    started = f"This server was started {render_for_people(services.started_at)}."
    for line in (f"This is {services.version}.", *ABOUT, started):
        context.reply(n.RPL_INFO, text=line)
    context.reply(n.RPL_ENDOFINFO)


@commands.handles("ADMIN")
def admin(context: Context, message: Message) -> None:
    """Tell who is responsible for this server."""
    _require_this_server(context, message)
    server = context.settings.server
    context.reply(n.RPL_ADMINME, server.name)
    context.reply(n.RPL_ADMINLOC1, text=server.network)
    context.reply(n.RPL_ADMINLOC2, text=server.description)
    context.reply(n.RPL_ADMINEMAIL)


@commands.handles("LINKS")
def links(context: Context, message: Message) -> None:
    """List the servers of this network: it is one."""
    if len(message.params) > 1:
        _require_this_server(context, message)
    asked = message.params[-1] if message.params else ALL_LINKS
    server = context.settings.server
    if compile_mask(asked, context.world.fold).matches(server.name):
        words = f"{NO_HOPS} {server.description}"
        context.reply(n.RPL_LINKS, server.name, server.name, text=words)
    context.reply(n.RPL_ENDOFLINKS, asked)


def _require_this_server(context: Context, message: Message) -> None:
    for target in message.params[:1]:
        require_this_server(context, target)
