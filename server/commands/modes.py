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
from server.world.channel import Channel
from server.world.channel_modes import CHANNEL_MODES
from server.world.events import UserModesChanged
from server.world.user import (
    GIVEN_BY_SERVER,
    OPERATOR,
    SERVER_NOTICES,
    USER_MODES,
)

LISTS = {
    "b": (n.RPL_BANLIST, n.RPL_ENDOFBANLIST),
    "e": (n.RPL_EXCEPTLIST, n.RPL_ENDOFEXCEPTLIST),
    "I": (n.RPL_INVEXLIST, n.RPL_ENDOFINVEXLIST),
}
OPEN_LISTS = "b"
"""The lists that everybody may read."""

LOGGED_IN = "r"
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
    asked = [each.letter for each in parsed.changes if _asks_for_list(each)]
    for letter in dict.fromkeys(asked):
        _tell_list(context, channel, letter)
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
    if modes.forward is not None:
        shown.append(ModeChange(True, "f", modes.forward))
    words = render_modes(shown) or ["+"]
    context.reply(n.RPL_CHANNELMODEIS, channel.name, *words)
    context.reply(n.RPL_CREATIONTIME, channel.name, str(channel.created_at))


def _tell_list(context: Context, channel: Channel, letter: str) -> None:
    numeric, end = LISTS[letter]
    if letter not in OPEN_LISTS:
        require_operator(channel, context.user)
    for entry in channel.modes.entries(letter):
        when = str(entry.set_at)
        context.reply(numeric, channel.name, entry.mask, entry.set_by, when)
    context.reply(end, channel.name)


def _mode_of_user(context: Context, words: Sequence[str]) -> None:
    user = context.user
    if not words:
        context.reply(n.RPL_UMODEIS, "+" + "".join(sorted(user.modes)))
        return
    parsed = parse_modes(words[0], (), USER_MODES)
    modes = user.modes
    for change in parsed.changes:
        modes = modes | {change.letter} if change.adding else modes - {change.letter}
    if OPERATOR in user.modes - modes:
        modes -= {SERVER_NOTICES}
    allowed = _allowed(modes, user.modes)
    if allowed != user.modes:
        context.commit(UserModesChanged(user, user.modes, allowed))
    if allowed != modes:
        context.reply(n.ERR_NOPRIVILEGES)
    if parsed.unknown:
        context.reply(n.ERR_UMODEUNKNOWNFLAG)


def _allowed(wanted: frozenset[str], previous: frozenset[str]) -> frozenset[str]:
    """Give the modes that a user may have of those that he wants."""
    modes = wanted - (GIVEN_BY_SERVER - previous)
    if LOGGED_IN in previous:
        modes |= {LOGGED_IN}
    return modes if OPERATOR in modes else modes - {SERVER_NOTICES}
