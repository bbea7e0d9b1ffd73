"""What the server says of itself to who signs in or asks."""

from dataclasses import dataclass

from chatapp.wire import numerics as n
from chatapp.wire.capabilities import EXTENDED_ISUPPORT
from chatapp.wire.isupport import ONLY_INVITED, render_isupport
from chatapp.wire.names import CHANNEL_PREFIXES
from chatapp.wire.text_split import split_text
from server.clock import render_for_people
from server.commands.context import Context
from server.commands.mode_changes import MAX_WITH_ARGUMENT
from server.commands.ports import Services
from server.commands.targets import render_limits
from server.replies import Numerics, numeric_body
from server.reply_texts import TEXTS
from server.settings.server_settings import ServerSettings
from server.settings.settings import LimitSettings, Settings
from server.world.bans import ACCOUNT, EXTBAN_LETTERS
from server.world.channel_modes import CHANNEL_MODES
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


@dataclass(frozen=True, slots=True)
class Welcome:
    """What everybody is told who signs in, made once for what it follows from."""

    settings: Settings
    only_invited: bool
    greeting: Numerics
    isupport: Numerics
    motd: Numerics


def greet(context: Context) -> None:
    """Say welcome: who and what this server is and what it supports."""
    network = context.settings.server.network
    context.reply(n.RPL_WELCOME, network=network, nick=context.user.nick)
    context.reply_together(_welcome(context).greeting)
    tell_isupport(context)


def tell_isupport(context: Context) -> None:
    """Send RPL_ISUPPORT, on as many lines as it needs.

    Specification: https://ircv3.net/specs/extensions/extended-isupport
    """
    tokens = _welcome(context).isupport
    if not context.session.has(EXTENDED_ISUPPORT):
        context.reply_together(tokens)
        return
    with context.batch(ISUPPORT_BATCH):
        context.reply_together(tokens)


def tell_isupport_changes(context: Context, previous: Tokens) -> None:
    """Tell everybody what RPL_ISUPPORT says otherwise now, or says no more."""
    now = isupport(context.services)
    changed = {key: it for key, it in now.items() if previous.get(key, "") != it}
    gone: Tokens = {f"-{key}": None for key in previous.keys() - now.keys()}
    lines = render_isupport(changed | gone)
    server, text = context.settings.server.name, TEXTS[n.RPL_ISUPPORT]
    for user in context.world.registered():
        for tokens in lines:
            body = numeric_body(server, user.nick, n.RPL_ISUPPORT, tuple(tokens), text)
            for session in user.sessions:
                context.step.tell(session, "", body)


def tell_motd(context: Context) -> None:
    """Send the message of the day, or say that there is none."""
    context.reply_together(_welcome(context).motd)


def _welcome(context: Context) -> Welcome:
    services = context.services
    welcome = services.welcome
    settings, only_invited = services.settings, services.lets_in_only_invited
    if (
        welcome is None
        or welcome.settings is not settings
        or welcome.only_invited != only_invited
    ):
        welcome = services.welcome = Welcome(
            settings,
            only_invited,
            _greeting(services),
            _isupport(services),
            _motd(settings.server),
        )
    return welcome


def _greeting(services: Services) -> Numerics:
    server, version = services.settings.server.name, services.version
    modes = CHANNEL_MODES
    with_argument = modes.lists + modes.always + modes.when_set + modes.prefixes
    numerics = Numerics(server)
    numerics.add(n.RPL_YOURHOST, server=server, version=version)
    numerics.add(n.RPL_CREATED, started=render_for_people(services.started_at))
    numerics.add(
        n.RPL_MYINFO,
        server,
        version,
        USER_MODES.letters,
        "".join(sorted(modes.letters)),
        "".join(sorted(with_argument)),
    )
    return numerics


def _isupport(services: Services) -> Numerics:
    numerics = Numerics(services.settings.server.name)
    for tokens in render_isupport(isupport(services)):
        numerics.add(n.RPL_ISUPPORT, *tokens)
    return numerics


def _motd(server: ServerSettings) -> Numerics:
    numerics = Numerics(server.name)
    if not server.motd:
        numerics.add(n.ERR_NOMOTD)
        return numerics
    numerics.add(n.RPL_MOTDSTART, server=server.name)
    for line in server.motd.splitlines():
        for part in split_text(line, MOTD_LINE_BYTES) or [""]:
            numerics.add(n.RPL_MOTD, text=f"- {part}")
    numerics.add(n.RPL_ENDOFMOTD)
    return numerics


def isupport(services: Services) -> Tokens:
    """Give what RPL_ISUPPORT says now.

    Specification: https://modern.ircdocs.horse/#rplisupport-parameters
    """
    settings = services.settings
    told = ALWAYS_SO | _limits(settings.limits)
    told["CASEMAPPING"] = settings.server.casemapping
    tokens = dict(sorted(told.items()))
    tokens["NETWORK"] = settings.server.network
    if settings.server.icon:
        tokens["draft/ICON"] = settings.server.icon
    if settings.history.enabled:
        tokens["CHATHISTORY"] = settings.history.page_length
        tokens["MSGREFTYPES"] = "msgid,timestamp"
    if services.lets_in_only_invited:
        tokens[ONLY_INVITED] = None
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
    numerics = Numerics(context.settings.server.name)
    numerics.add(n.RPL_LUSERCLIENT, count=users - invisible, invisible=invisible)
    for numeric, count in (
        (n.RPL_LUSEROP, world.mode_counts["o"]),
        (n.RPL_LUSERUNKNOWN, waiting),
        (n.RPL_LUSERCHANNELS, len(world.channels)),
    ):
        numerics.add(numeric, str(count), count=count)
    numerics.add(n.RPL_LUSERME, count=users)
    for numeric in (n.RPL_LOCALUSERS, n.RPL_GLOBALUSERS):
        most = world.most_users
        numerics.add(numeric, str(users), str(most), count=users, most=most)
    context.reply_together(numerics)
