"""Sentences about the servers one is on, all in one place, ready to translate."""

from chatapp.language import gettext as _
from chatapp.models.entities import Connectedness

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
