"""STATS: numbers about the server.

Specification: https://modern.ircdocs.horse/#stats-message
"""

from collections.abc import Callable

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from server.commands.context import Context
from server.commands.server_target import require_this_server
from server.commands.table import commands

SECONDS_PER_DAY = 86_400


@commands.handles("STATS", min_params=1)
def stats(context: Context, message: Message) -> None:
    """Tell how long the server has been up (STATS u)."""
    for target in message.params[1:2]:
        require_this_server(context, target)
    letter = message.params[0][:1]
    tell = REPORTS.get(letter)
    if tell is not None:
        tell(context)
    context.reply(n.RPL_ENDOFSTATS, letter)


def _tell_uptime(context: Context) -> None:
    services = context.services
    seconds = max(0, services.clock.seconds() - services.started_at)
    days, rest = divmod(seconds, SECONDS_PER_DAY)
    hours, minutes = rest // 3600, rest // 60 % 60
    text = f"Server Up {days} days {hours}:{minutes:02}:{rest % 60:02}"
    context.reply(n.RPL_STATSUPTIME, text=text)


REPORTS: dict[str, Callable[[Context], None]] = {"u": _tell_uptime}
"""By the letter: who tells it."""
