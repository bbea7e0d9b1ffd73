"""STATS: numbers about the server.

Specification: https://modern.ircdocs.horse/#stats-message
"""

from collections.abc import Callable

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from server.commands.context import Context
from server.commands.server_target import require_this_server
from server.commands.table import commands
from server.replies import Refused
from server.world.server_bans import MASK, NETWORK
from server.world.user import OPERATOR

SECONDS_PER_DAY = 86_400


@commands.handles("STATS", min_params=1)
def stats(context: Context, message: Message) -> None:
    """Tell how long the server is up (u); operators: bans (k, d), operators (o)."""
    for target in message.params[1:2]:
        require_this_server(context, target)
    letter = message.params[0][:1]
    if letter in FOR_OPERATORS and OPERATOR not in context.user.modes:
        raise Refused(n.ERR_NOPRIVILEGES)
    tell = REPORTS.get(letter)
    if tell is not None:
        tell(context)
    context.reply(n.RPL_ENDOFSTATS, letter)


def uptime(context: Context) -> str:
    """Give how long the server has been up."""
    services = context.services
    seconds = max(0, services.clock.seconds() - services.started_at)
    days, rest = divmod(seconds, SECONDS_PER_DAY)
    hours, minutes = rest // 3600, rest // 60 % 60
    return f"{days} days {hours}:{minutes:02}:{rest % 60:02}"


def _tell_uptime(context: Context) -> None:
    context.reply(n.RPL_STATSUPTIME, text=f"Server Up {uptime(context)}")


def _tell_masks(context: Context) -> None:
    _tell_bans(context, MASK, n.RPL_STATSKLINE, "K")


def _tell_networks(context: Context) -> None:
    _tell_bans(context, NETWORK, n.RPL_STATSDLINE, "D")


def _tell_bans(context: Context, kind: str, numeric: str, letter: str) -> None:
    now = context.services.clock.seconds()
    for ban in context.world.server_bans.in_force(kind, now):
        context.reply(numeric, letter, ban.described, ban.set_by, text=ban.reason)


def _tell_operators(context: Context) -> None:
    for each in context.settings.operators:
        here = [
            user.nick
            for user in context.world.registered()
            if user.operator == each.name
        ]
        nicks = ",".join(here) or "*"
        context.reply(n.RPL_STATSOLINE, "O", "*", "*", each.name, text=nicks)


REPORTS: dict[str, Callable[[Context], None]] = {
    "d": _tell_networks,
    "k": _tell_masks,
    "o": _tell_operators,
    "u": _tell_uptime,
}
"""By the letter: who tells it."""

FOR_OPERATORS = frozenset("dko")
