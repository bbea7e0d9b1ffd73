"""Sentences about the servers one is on, all in one place, ready to translate."""

from chatapp.models.entities import Connectedness

ADD = "Add a server…"
ADD_TIP = "Add a server"
NEW = "New server"
OPEN_LINK = "Open this link"
MOVE_UP = "Move up"
MOVE_DOWN = "Move down"
AT_START = "Connect when chatapp starts"
SIGN_OUT = "Sign out"
REMOVE = "Do without this server"
SIGN_IN_TITLE = "Sign in"
NOT_SIGNED_IN = "You are not signed in here."
NEEDS_YOU = "You are not signed in here. Click to see what is wrong."
STATES = {
    Connectedness.ONLINE: "You are signed in as {nick}.",
    Connectedness.CONNECTING: "Connecting…",
    Connectedness.WAITING: "Not connected. chatapp goes on trying.",
    Connectedness.OFFLINE: "Not connected.",
}


def describe_server(name: str, place: str, standing: str) -> str:
    """Say in a tooltip what a tile stands for, in three lines."""
    return f"{name}\n{place}\n{standing}"
