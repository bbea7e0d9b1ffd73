"""Sentences about who is banned or muted, ready to translate."""

from chatapp.language import gettext as _
from chatapp.models.entities import Ban

# Bare, with who did it, and also with the day.
_MUTED = _("Muted"), _("Muted by {by}"), _("Muted by {by} on {day}")
_BANNED = _("Banned"), _("Banned by {by}"), _("Banned by {by} on {day}")


def whom_it_keeps_out(ban: Ban) -> str:
    """Say whom a ban that is about to be made describes."""
    return _("{describes} cannot come in again until you lift the ban.").format(
        describes=describes(ban)
    )


def describes(ban: Ban) -> str:
    """Say in words whom a ban describes."""
    if ban.account:
        return _("The account {account}").format(account=ban.account)
    nick, host = _nick_and_host(ban)
    if everybody_from := host_of(ban):
        return _("Everybody from {host}").format(host=everybody_from)
    if host == "*":
        return _("Whoever is called {nick}").format(nick=nick)
    if host:
        return _("{nick} from {host}").format(nick=nick, host=host)
    return ban.mask


def host_of(ban: Ban) -> str:
    """Give the host from which a ban describes everybody; "" where it does not."""
    nick, host = _nick_and_host(ban)
    return host if nick in ("*", "") and host not in ("*", "") else ""


def name_of(ban: Ban) -> str:
    """Give the name of whom a ban describes, or else its mask."""
    nick, _host = _nick_and_host(ban)
    return ban.account or (ban.mask if nick in ("*", "") else nick)


def _nick_and_host(ban: Ban) -> tuple[str, str]:
    nick, _sign, address = ban.mask.partition("!")
    return nick, address.rpartition("@")[2]


def about_ban(ban: Ban) -> str:
    """Say what a ban does, and who made it when."""
    bare, by, since = _MUTED if ban.silences else _BANNED
    if not ban.by:
        return bare
    if ban.since is None:
        return by.format(by=ban.by)
    return since.format(by=ban.by, day=f"{ban.since.astimezone():%Y-%m-%d}")
