"""MOTD and LUSERS: what the server says of itself."""

from chatapp.wire.message import Message
from server.commands.context import Context
from server.commands.table import commands
from server.commands.welcome import tell_lusers, tell_motd


@commands.handles("MOTD")
def motd(context: Context, _message: Message) -> None:
    """Read the message of the day."""
    tell_motd(context)


@commands.handles("LUSERS")
def lusers(context: Context, _message: Message) -> None:
    """Tell how many users and channels there are."""
    tell_lusers(context)
