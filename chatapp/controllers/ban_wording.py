"""Sentences about who is banned or muted, ready to translate."""

from chatapp.language import gettext as _
from chatapp.models.entities import Ban


def whom_it_keeps_out(ban: Ban) -> str:
    """Say whom a ban that is about to be made describes."""
    return _("{describes} cannot come in again until you lift the ban.").format(
        describes=describes(ban)
    )


def describes(ban: Ban) -> str:
    """Say in words whom a ban describes."""
    if ban.account:
        return _("The account {account}").format(account=ban.account)
    nick, _sign, address = ban.mask.partition("!")
    host = address.rpartition("@")[2]
    if nick in ("*", "") and host not in ("*", ""):
        return _("Everybody from {host}").format(host=host)
    if host == "*":
        return _("Whoever is called {nick}").format(nick=nick)
    if host:
        return f"{nick} from {host}"
    return ban.mask


def about_ban(ban: Ban) -> str:
    """Say what a ban does, and who made it when."""
    what = _("Muted") if ban.silences else _("Banned")
    if ban.by and ban.since:
        return f"{what} by {ban.by} on {ban.since.astimezone():%Y-%m-%d}"
    return f"{what} by {ban.by}" if ban.by else what
