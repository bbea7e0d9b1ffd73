"""Sentences about the servers one is on, all in one place, ready to translate."""

from chatapp.controllers.wording import plural
from chatapp.language import gettext as _
from chatapp.language import ngettext
from chatapp.models.entities import Connectedness

_UNITS = (86_400, 3_600, 60, 1)

ADD = _("Add a server…")
ADD_TIP = _("Add a server")
NEW = _("New server")
OPEN_LINK = _("Open this link")
MOVE_UP = _("Move up")
MOVE_DOWN = _("Move down")
AT_START = _("Connect when chatapp starts")
SIGN_OUT = _("Sign out")
REMOVE = _("Do without this server")
NOT_SIGNED_IN = _("You are not signed in here.")
NEEDS_YOU = _("You are not signed in here. Click to see what is wrong.")
ALREADY_THERE = _("You are on {name} already: this is its page.")
STATES = {
    Connectedness.ONLINE: _("You are signed in as {nick}."),
    Connectedness.CONNECTING: _("Connecting…"),
    Connectedness.WAITING: _("Not connected. chatapp goes on trying."),
    Connectedness.OFFLINE: _("Not connected."),
}


def describe_server(name: str, place: str, standing: str) -> str:
    """Say in a tooltip what a tile stands for, in three lines."""
    return f"{name}\n{place}\n{standing}"


def duration(seconds: float) -> str:
    """Return how long something took, as people say it."""
    length = next((each for each in _UNITS if seconds >= each), 0)
    if not length:
        return _("a moment")
    count = int(seconds // length)
    return {
        86_400: plural(count, "day", "days"),
        3_600: plural(count, "hour", "hours"),
        60: plural(count, "minute", "minutes"),
        1: plural(count, "second", "seconds"),
    }[length]


def came_back(seconds: float, missed: int, nick: str, taken: str) -> str:
    """Say how long one was offline and what came; `taken`: the nick one lacks now."""
    sentences = [
        _("You were offline for {duration}.").format(duration=duration(seconds))
    ]
    if missed:
        sentences.append(
            ngettext(
                "{count} message came meanwhile.",
                "{count} messages came meanwhile.",
                missed,
            ).format(count=missed)
        )
    else:
        sentences.append(_("Nothing was said meanwhile."))
    if taken:
        sentences.append(
            _("You are {nick} until {taken} is free again.").format(
                nick=nick, taken=taken
            )
        )
    return " ".join(sentences)
