"""Whom a message is for, and whether its sender may write to him or speak there."""

import re
from typing import NamedTuple

from chatapp.wire.names import CHANNEL_PREFIXES
from server.commands.channels import known_channel, known_user
from server.commands.context import Context
from server.commands.speaking import require_acceptance, require_voice
from server.replies import Refused
from server.world.channel import Channel
from server.world.channel_modes import CHANNEL_MODES, MAY_MODERATE
from server.world.user import User, conversation_key

EVERYBODY = frozenset[str]()
CHANNEL_SIGNS = frozenset(CHANNEL_PREFIXES)
STATUS_SIGNS = frozenset(CHANNEL_MODES.symbols)
_STATUS = re.compile(f"[{re.escape(CHANNEL_MODES.symbols)}]+(?=[#&])")


class Recipient(NamedTuple):
    """A channel, or the members of it with certain ranks, or a user.

    Args:
        channel: None for a user.
        user: None for a channel.
        key: what the conversation is kept under in the history.
        name: what stands on the wire.
        ranks: in a channel, who hears the message; empty: everybody.
    """

    channel: Channel | None
    user: User | None
    key: str
    name: str
    ranks: frozenset[str] = EVERYBODY


def find_recipient(context: Context, target: str) -> Recipient:
    """Give the recipient of this name; symbols of ranks may stand before a channel's.

    Specification: https://modern.ircdocs.horse/#statusmsg-parameter

    Raises:
        Refused: there is none.
    """
    if target[:1] in CHANNEL_SIGNS:
        return _everybody_in(known_channel(context, target), context.user)
    if target[:1] in STATUS_SIGNS and (status := _STATUS.match(target)):
        return _ranked_in(context, status[0], target.removeprefix(status[0]))
    user = known_user(context, target)
    return Recipient(None, user, conversation_key(context.user, user), user.nick)


def spoken_reason(context: Context, recipient: Recipient, reason: str) -> str:
    """Give a reason as it is heard: none of who may not write to the recipient."""
    try:
        require_permission(context, recipient, reason)
    except Refused:
        return ""
    return reason


def require_permission(
    context: Context, recipient: Recipient, text: str | None
) -> None:
    """Refuse who may not write to this recipient.

    Raises:
        Refused: the channel or the user does not want to hear it.
    """
    if recipient.channel is not None:
        require_voice(recipient.channel, context.user, text)
    elif recipient.user is not None:
        require_acceptance(recipient.user, context.user, text)


def _ranks_from(symbols: str) -> frozenset[str]:
    """Give the ranks from the lowest that is named on upwards."""
    lowest = max(map(CHANNEL_MODES.symbols.index, symbols))
    return frozenset(CHANNEL_MODES.prefixes[: lowest + 1])


def _ranked_in(context: Context, symbols: str, name: str) -> Recipient:
    channel, ranks = known_channel(context, name), _ranks_from(symbols)
    return Recipient(channel, None, channel.conversation, symbols + channel.name, ranks)


def _everybody_in(channel: Channel, sender: User) -> Recipient:
    """Give who hears the sender: operators only, where he has no rank under +U."""
    ranks = EVERYBODY
    if channel.restrains and channel.has_mode("U") and not channel.ranks_of(sender):
        ranks = MAY_MODERATE
    return Recipient(channel, None, channel.conversation, channel.name, ranks)
