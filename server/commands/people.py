"""AWAY: whether a user is at his keyboard."""

from chatapp.wire.message import Message
from chatapp.wire.numerics import RPL_NOWAWAY, RPL_UNAWAY
from server.commands.context import Context
from server.commands.table import commands
from server.world.events import AwayChanged


@commands.handles("AWAY")
def away(context: Context, message: Message) -> None:
    """Go away, with a message for who asks; without one, come back."""
    user = context.user
    text = message.trailing[: context.settings.limits.away_length] or None
    if text != user.away:
        context.commit(AwayChanged(user, user.away, text))
    context.reply(RPL_UNAWAY if text is None else RPL_NOWAWAY)
