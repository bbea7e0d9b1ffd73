"""MODE: what a channel allows, who may do what in it, and one's own modes.

Specification: https://modern.ircdocs.horse/#mode-message
"""

from collections.abc import Sequence

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from chatapp.wire.modes import ModeChange, parse_modes, render_modes
from chatapp.wire.names import is_channel
from server.commands.channels import known_user, require_operator, visible_channel
from server.commands.context import Context
from server.commands.mode_changes import change_modes
from server.commands.table import commands
from server.replies import Refused
from server.world.channel import CHANNEL_MODES, Channel
from server.world.events import UserModesChanged
from server.world.user import USER_MODES

OPERATOR = "o"
HIDDEN_KEY = "*"


@commands.handles("MODE", min_params=1)
def mode(context: Context, message: Message) -> None:
    """Read or change the modes of a channel, or your own."""
    target, *words = message.params
    if is_channel(target):
        _mode_of_channel(context, visible_channel(context, target), words)
        return
    if known_user(context, target) is not context.user:
        raise Refused(n.ERR_USERSDONTMATCH)
    _mode_of_user(context, words)


def _mode_of_channel(context: Context, channel: Channel, words: Sequence[str]) -> None:
    if not words:
        _tell_modes(context, channel)
        return
    parsed = parse_modes(words[0], words[1:], CHANNEL_MODES)
    changes = [change for change in parsed.changes if not _asks_for_list(change)]
    if any(map(_asks_for_list, parsed.changes)):
        _tell_bans(context, channel)
    for letter in parsed.unknown:
        context.reply(n.ERR_UNKNOWNMODE, letter)
    if changes or parsed.missing:
        require_operator(channel, context.user)
    change_modes(context, channel, changes)
    if parsed.missing:
        raise Refused(n.ERR_NEEDMOREPARAMS, "MODE")


def _asks_for_list(change: ModeChange) -> bool:
    return change.letter in CHANNEL_MODES.lists and change.argument is None


def _tell_modes(context: Context, channel: Channel) -> None:
    modes = channel.modes
    shown = [ModeChange(True, letter) for letter in sorted(modes.flags)]
    if modes.key is not None:
        is_inside = context.user in channel.members
        shown.append(ModeChange(True, "k", modes.key if is_inside else HIDDEN_KEY))
    if modes.limit is not None:
        shown.append(ModeChange(True, "l", str(modes.limit)))
    words = render_modes(shown) or ["+"]
    context.reply(n.RPL_CHANNELMODEIS, channel.name, *words)
    context.reply(n.RPL_CREATIONTIME, channel.name, str(channel.created_at))


def _tell_bans(context: Context, channel: Channel) -> None:
    for ban in channel.modes.entries("b"):
        when = str(ban.set_at)
        context.reply(n.RPL_BANLIST, channel.name, ban.mask, ban.set_by, when)
    context.reply(n.RPL_ENDOFBANLIST, channel.name)


def _mode_of_user(context: Context, words: Sequence[str]) -> None:
    user = context.user
    if not words:
        context.reply(n.RPL_UMODEIS, "+" + "".join(sorted(user.modes)))
        return
    parsed = parse_modes(words[0], (), USER_MODES)
    modes = user.modes
    for change in parsed.changes:
        modes = modes | {change.letter} if change.adding else modes - {change.letter}
    is_too_bold = OPERATOR in modes - user.modes
    if is_too_bold:
        modes -= {OPERATOR}
    if modes != user.modes:
        context.commit(UserModesChanged(user, user.modes, modes))
    if is_too_bold:
        context.reply(n.ERR_NOPRIVILEGES)
    if parsed.unknown:
        context.reply(n.ERR_UMODEUNKNOWNFLAG)
