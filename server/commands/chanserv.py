"""CHANSERV: claims a channel for one's account.

People know ChanServ from elsewhere: what they write to it is taken as this command.
"""

from chatapp.wire.message import Message
from chatapp.wire.modes import ModeChange
from server.commands.channels import own_channel, require_operator
from server.commands.context import Context
from server.commands.table import commands
from server.replies import Refused
from server.world.channel import Channel, Founder
from server.world.channel_events import ChannelModesChanged
from server.world.channel_modes import order_ranks
from server.world.claiming import ChannelClaimed

NAME = "ChanServ"
OWNER = "q"
REGISTER = "REGISTER"
USAGE = "REGISTER #channel: be its owner for good, whoever else is there."
NO_ACCOUNT = "Sign in to your account first."
HAS_FOUNDER = "This channel belongs to another account."
IS_SERVERS = "This channel belongs to the server."
DONE = "{channel} belongs to your account now. It stays when nobody is in it."


@commands.handles("CHANSERV", min_params=1)
def chanserv(context: Context, message: Message) -> None:
    """Let a channel belong to your account: REGISTER #channel."""
    serve(context, " ".join(message.params))


@commands.handles("CS", min_params=1)
def cs(context: Context, message: Message) -> None:
    """Say something to ChanServ, in short."""
    serve(context, " ".join(message.params))


def serve(context: Context, text: str) -> None:
    """Do what somebody asks of ChanServ, and answer as it."""
    word, *words = text.split() or [""]
    if word.upper() != REGISTER or not words:
        context.notice(USAGE, NAME)
        return
    try:
        channel = own_channel(context, words[0])
        require_operator(channel, context.user)
    except Refused as refusal:
        context.refuse(refusal)
        return
    _claim(context, channel)


def _claim(context: Context, channel: Channel) -> None:
    account_key = context.user.account_key
    problem = ""
    if account_key is None:
        problem = NO_ACCOUNT
    elif channel.is_permanent:
        problem = IS_SERVERS
    elif channel.founder is not None and not channel.is_founder(context.user):
        problem = HAS_FOUNDER
    if problem or account_key is None:
        context.notice(problem, NAME)
        return
    founder = Founder(account_key, OWNER)
    _raise_rank(context, channel)
    context.commit(ChannelClaimed(channel, channel.room_id, channel.founder, founder))
    context.notice(DONE.format(channel=channel.name), NAME)


def _raise_rank(context: Context, channel: Channel) -> None:
    """Make a user owner, also where one is: that may not be recorded yet, and fail."""
    user = context.user
    held = channel.ranks_of(user)
    context.commit(
        ChannelModesChanged(
            f"{NAME}!{NAME}@{context.settings.server.name}",
            channel,
            channel.room_id,
            (ModeChange(True, OWNER, user.nick),),
            channel.modes,
            channel.modes,
            {user: held},
            {user: order_ranks(OWNER + held)},
        )
    )
