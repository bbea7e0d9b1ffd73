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
    nick, _sign, address = ban.mask.partition("!")
    host = address.rpartition("@")[2]
    if nick in ("*", "") and host not in ("*", ""):
        return _("Everybody from {host}").format(host=host)
    if host == "*":
        return _("Whoever is called {nick}").format(nick=nick)
    if host:
        return _("{nick} from {host}").format(nick=nick, host=host)
    return ban.mask


def about_ban(ban: Ban) -> str:
    """Say what a ban does, and who made it when."""
    bare, by, since = _MUTED if ban.silences else _BANNED
    if not ban.by:
        return bare
    if ban.since is None:
        return by.format(by=ban.by)
    return since.format(by=ban.by, day=f"{ban.since.astimezone():%Y-%m-%d}")
