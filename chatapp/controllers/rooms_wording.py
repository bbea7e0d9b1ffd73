"""Sentences about rooms and what can be done about them, ready to translate."""

from datetime import datetime

from chatapp.controllers.wording import plural
from chatapp.language import gettext as _

MARK_READ = _("Mark as read")
ADD_FAVOURITE = _("Add to the favourites")
REMOVE_FAVOURITE = _("Remove from the favourites")
CALL_ALWAYS = _("Tell me of every message")
CALL_FOR_MENTIONS = _("Tell me only of mentions")
CALL_NEVER = _("Mute")
MUTE_FOR_AN_HOUR = _("Mute for an hour")
AS_PLAIN_TEXT = _("As plain text")
EXPORT = _("Export…")
COPY_LINK = _("Copy a link to this room")
LEAVE = _("Leave this room")
CLOSE = _("Close this conversation")
JOIN_FIRST = _("Type /join #room to come into a room")
NOBODY_HEARS = _(
    "Nobody can read this, as no room is open. Join one with + beside ROOMS, or type"
    " /join #room."
)

FIND_ROOM = _("Find a room, or type the name of a new one")
STAYS = _("It belongs to your account {account}, and stays when nobody is in it.")
ENDS = _("You are a guest here: the room ends when everybody has left it.")
WAS_THERE = _(
    "{room} was there already, so its settings are left as they are. You are in it now."
)


def muted_until(moment: datetime) -> str:
    """Say until when a room is muted."""
    return _("Muted until {astimezone:%H:%M}").format(astimezone=moment.astimezone())


def topic_too_long(over: int, longest: int) -> str:
    """Say by how much a topic is too long for this server."""
    return _(
        "This topic is {plural} longer than the {longest} that this "
        "server takes. Shorten it a little."
    ).format(plural=plural(over, "character", "characters"), longest=longest)


def rooms_of(network: str) -> str:
    """Head the list of a server's rooms."""
    return _("Rooms on {network}").format(network=network)


def listing(count: int) -> str:
    """Say that rooms are coming in."""
    if not count:
        return _("Asking the server which rooms there are…")
    return _("{plural} until now…").format(plural=plural(count, "room", "rooms"))


def listed(count: int, fewest: int) -> str:
    """Say how many rooms there are, and which are left out."""
    if not count and not fewest:
        return _("No room goes by that.")
    rooms = plural(count, "room", "rooms")
    if fewest:
        return _(
            "{rooms} with {fewest} people or more. Type the whole name of "
            "a smaller one to join it."
        ).format(rooms=rooms, fewest=fewest)
    return rooms
