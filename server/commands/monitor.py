"""MONITOR: watches for nicks to come and go.

Specification: https://ircv3.net/specs/extensions/monitor
"""

from collections.abc import Callable, Iterable

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from chatapp.wire.names import normalize
from server.commands.context import Context
from server.commands.metadata_replies import tell_watched
from server.commands.nick_ownership import nick_problem
from server.commands.table import commands
from server.replies import Refused
from server.world.people_events import MonitorChanged
from server.world.word_lines import lines_of_words

HOW_TO_ASK = "MONITOR takes + or - with nicks, or one of C, L and S."


@commands.handles("MONITOR", min_params=1)
def monitor(context: Context, message: Message) -> None:
    """Watch for nicks: + and - with nicks, C to watch none, L to list, S for status."""
    function = SUBCOMMANDS.get(message.params[0].upper())
    if function is None:
        raise Refused(
            n.ERR_UNKNOWNERROR, message.command, message.params[0], text=HOW_TO_ASK
        )
    targets = message.params[1].split(",") if len(message.params) > 1 else []
    function(context, [target for target in targets if target])


def _add(context: Context, targets: list[str]) -> None:
    limits = context.settings.limits
    nicks = dict(context.world.watches.nicks_of(context.session))
    new: dict[str, str] = {}
    refused: list[str] = []
    for nick in map(normalize, targets):
        if nick_problem(context, nick, 1) is not None:
            continue
        key = context.world.fold(nick)
        if key in nicks:
            continue
        if len(nicks) >= limits.monitor_entries:
            refused.append(nick)
        else:
            nicks[key] = new[key] = nick
    if new:
        context.commit(MonitorChanged(context.session, nicks))
        _tell_status(context, new.items())
        tell_watched(context, new.values())
    for line in _lines(refused):
        context.reply(n.ERR_MONLISTFULL, str(limits.monitor_entries), line)


def _remove(context: Context, targets: list[str]) -> None:
    gone = {context.world.fold(normalize(target)) for target in targets}
    nicks = context.world.watches.nicks_of(context.session)
    left = {key: nick for key, nick in nicks.items() if key not in gone}
    context.commit(MonitorChanged(context.session, left))


def _clear(context: Context, _targets: list[str]) -> None:
    context.commit(MonitorChanged(context.session, {}))


def _list(context: Context, _targets: list[str]) -> None:
    nicks = context.world.watches.nicks_of(context.session)
    for line in _lines(nicks.values()):
        context.reply(n.RPL_MONLIST, text=line)
    context.reply(n.RPL_ENDOFMONLIST)


def _status(context: Context, _targets: list[str]) -> None:
    _tell_status(context, context.world.watches.nicks_of(context.session).items())


SUBCOMMANDS: dict[str, Callable[[Context, list[str]], None]] = {
    "+": _add,
    "-": _remove,
    "C": _clear,
    "L": _list,
    "S": _status,
}


def _tell_status(context: Context, nicks: Iterable[tuple[str, str]]) -> None:
    online: list[str] = []
    offline: list[str] = []
    for _, nick in nicks:
        user = context.world.user(nick)
        if user is None:
            offline.append(nick)
        else:
            online.append(user.prefix)
    for line in _lines(online):
        context.reply(n.RPL_MONONLINE, text=line)
    for line in _lines(offline):
        context.reply(n.RPL_MONOFFLINE, text=line)


def _lines(targets: Iterable[str]) -> Iterable[str]:
    return (line.replace(" ", ",") for line in lines_of_words(targets))
