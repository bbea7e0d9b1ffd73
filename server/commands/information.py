"""MOTD, LUSERS, VERSION and TIME: what the server says of itself."""

from chatapp.wire.message import Message
from chatapp.wire.numerics import RPL_TIME, RPL_VERSION
from server.clock import render_for_people
from server.commands.context import Context
from server.commands.server_target import require_this_server
from server.commands.table import commands
from server.commands.welcome import tell_isupport, tell_lusers, tell_motd


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
        RPL_VERSION, context.services.version, server.name, text=server.description
    )
    tell_isupport(context)


@commands.handles("TIME")
def time(context: Context, message: Message) -> None:
    """Tell the server's time."""
    _require_this_server(context, message)
    now = context.services.clock.seconds()
    words = (context.settings.server.name, str(now), "0")
    context.reply(RPL_TIME, *words, text=render_for_people(now))


def _require_this_server(context: Context, message: Message) -> None:
    for target in message.params[:1]:
        require_this_server(context, target)
