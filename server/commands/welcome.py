"""What the server says of itself to who signs in or asks."""

from functools import lru_cache

from chatapp.wire import numerics as n
from chatapp.wire.capabilities import EXTENDED_ISUPPORT
from chatapp.wire.isupport import render_isupport
from chatapp.wire.names import CHANNEL_PREFIXES
from chatapp.wire.text_split import split_text
from server.clock import render_for_people
from server.commands.context import Context
from server.commands.mode_changes import MAX_WITH_ARGUMENT
from server.commands.targets import render_limits
from server.settings.settings import LimitSettings, Settings
from server.world.bans import ACCOUNT, EXTBAN_LETTERS
from server.world.channel import CHANNEL_MODES
from server.world.user import BOT, USER_MODES

ISUPPORT_BATCH = "draft/isupport"
MOTD_LINE_BYTES = 400

Tokens = dict[str, str | int | None]

_KINDS = (
    CHANNEL_MODES.lists,
    CHANNEL_MODES.always,
    CHANNEL_MODES.when_set,
    CHANNEL_MODES.flags,
)
ALWAYS_SO: Tokens = {
    "ACCOUNTEXTBAN": ACCOUNT.rstrip(":"),
    "BOT": BOT,
    "CHANMODES": ",".join(_KINDS),
    "CHANTYPES": CHANNEL_PREFIXES,
    "CLIENTTAGDENY": "",
    "ELIST": "CMNTU",
    "EXCEPTS": "e",
    "EXTBAN": f",{EXTBAN_LETTERS}",
    "INVEX": "I",
    "MODES": MAX_WITH_ARGUMENT,
    "PREFIX": f"({CHANNEL_MODES.prefixes}){CHANNEL_MODES.symbols}",
    "SAFELIST": None,
    "STATUSMSG": CHANNEL_MODES.symbols,
    "TARGMAX": render_limits(),
    "UTF8ONLY": None,
    "WHOX": None,
}
"""What RPL_ISUPPORT says whatever the settings are."""


def greet(context: Context) -> None:
    """Say welcome: who and what this server is and what it supports."""
    server, version = context.settings.server, context.services.version
    started = render_for_people(context.services.started_at)
    context.reply(n.RPL_WELCOME, network=server.network, nick=context.user.nick)
    context.reply(n.RPL_YOURHOST, server=server.name, version=version)
    context.reply(n.RPL_CREATED, started=started)
    modes = CHANNEL_MODES
    with_argument = modes.lists + modes.always + modes.when_set + modes.prefixes
    context.reply(
        n.RPL_MYINFO,
        server.name,
        version,
        USER_MODES.letters,
        "".join(sorted(modes.letters)),
        "".join(sorted(with_argument)),
    )
    tell_isupport(context)


def tell_isupport(context: Context) -> None:
    """Send RPL_ISUPPORT, on as many lines as it needs.

    Specification: https://ircv3.net/specs/extensions/extended-isupport
    """
    if not context.session.has(EXTENDED_ISUPPORT):
        _tell_tokens(context)
        return
    with context.batch(ISUPPORT_BATCH):
        _tell_tokens(context)


def _tell_tokens(context: Context) -> None:
    for tokens in _isupport_lines(context.settings):
        context.reply(n.RPL_ISUPPORT, *tokens)


@lru_cache(maxsize=1)  # everybody who signs in is told the same
def _isupport_lines(settings: Settings) -> list[list[str]]:
    return render_isupport(isupport(settings))


def isupport(settings: Settings) -> Tokens:
    """Give what RPL_ISUPPORT says.

    Specification: https://modern.ircdocs.horse/#rplisupport-parameters
    """
    told = ALWAYS_SO | _limits(settings.limits)
    told["CASEMAPPING"] = settings.server.casemapping
    tokens = dict(sorted(told.items()))
    tokens["NETWORK"] = settings.server.network
    if settings.server.icon:
        tokens["draft/ICON"] = settings.server.icon
    if settings.history.enabled:
        tokens["CHATHISTORY"] = settings.history.page_length
        tokens["MSGREFTYPES"] = "msgid,timestamp"
    return tokens


def _limits(limits: LimitSettings) -> Tokens:
    lists, most = CHANNEL_MODES.lists, limits.list_mode_entries
    rooms = limits.channels_per_user
    return {
        "AWAYLEN": limits.away_length,
        "CHANLIMIT": ",".join(f"{sign}:{rooms}" for sign in CHANNEL_PREFIXES),
        "CHANNELLEN": limits.channel_length,
        "KICKLEN": limits.kick_length,
        "MAXLIST": ",".join(f"{letter}:{most}" for letter in lists),
        "MONITOR": limits.monitor_entries,
        "NICKLEN": limits.nick_length,
        "TOPICLEN": limits.topic_length,
    }


def tell_lusers(context: Context) -> None:
    """Say how many are here."""
    world = context.world
    users, invisible = world.registered_users, world.mode_counts["i"]
    waiting = len(world.sessions) - world.registered_sessions
    context.reply(n.RPL_LUSERCLIENT, count=users - invisible, invisible=invisible)
    for numeric, count in (
        (n.RPL_LUSEROP, world.mode_counts["o"]),
        (n.RPL_LUSERUNKNOWN, waiting),
        (n.RPL_LUSERCHANNELS, len(world.channels)),
    ):
        context.reply(numeric, str(count), count=count)
    context.reply(n.RPL_LUSERME, count=users)
    for numeric in (n.RPL_LOCALUSERS, n.RPL_GLOBALUSERS):
        most = world.most_users
        context.reply(numeric, str(users), str(most), count=users, most=most)


def tell_motd(context: Context) -> None:
    """Send the message of the day, or say that there is none."""
    server = context.settings.server
    if not server.motd:
        context.reply(n.ERR_NOMOTD)
        return
    context.reply(n.RPL_MOTDSTART, server=server.name)
    for line in server.motd.splitlines():
        for part in split_text(line, MOTD_LINE_BYTES) or [""]:
            context.reply(n.RPL_MOTD, text=f"- {part}")
    context.reply(n.RPL_ENDOFMOTD)
