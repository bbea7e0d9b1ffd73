"""Sentences about the chats around here, all in one place, ready to translate."""

from chatapp.controllers.wording import plural
from chatapp.language import gettext as _
from chatapp.models.entities import FoundServer, Outlook
from chatapp.wire.announcement import Needs

OUTLOOKS = {
    Outlook.LOOKING: _("Looking for chats around here…"),
    Outlook.FOUND: "",
    Outlook.NOTHING: _(
        "No chat was found around here yet. Some networks keep chats from being"
        " found: then type the address that you were given."
    ),
    Outlook.BLOCKED: _(
        "Chats cannot be found here: this computer is in no network, or may not"
        " listen in it. Type the address that you were given."
    ),
    Outlook.FLOODED: _(
        "Somebody announces far too much in this network, so the search rests."
        " Type the address that you were given."
    ),
    Outlook.OFF: _(
        "chatapp was told not to look for chats around here. Type the address that you"
        " were given."
    ),
}

_NEEDED = {
    Needs.NOTHING: "",
    Needs.PASSWORD: _("asks for a password"),
    Needs.INVITATION: _("by invitation"),
}


def server_details(server: FoundServer, *, is_one_of_many: bool = False) -> str:
    """Say how many are on, what one needs, and how far away it is.

    Where others have the same name it is told where it is, in place of how far away:
    there is no room for both.
    """
    users = server.told.users
    people = plural(users, "person", "people") if users else _("nobody yet")
    far = (
        _("under 1 ms") if server.milliseconds < 1 else f"{server.milliseconds:.0f} ms"
    )
    place = f"[{server.host}]" if ":" in server.host else server.host
    parts = (_NEEDED[server.told.needs], people, far)
    if is_one_of_many:
        parts = (f"{place}:{server.port}", _NEEDED[server.told.needs], people)
    return " · ".join(part for part in parts if part)
