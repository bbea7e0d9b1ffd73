"""Sentences about rooms and what can be done about them, ready to translate."""

from datetime import datetime

from chatapp.controllers.wording import plural

MARK_READ = "Mark as read"
ADD_FAVOURITE = "Add to the favourites"
REMOVE_FAVOURITE = "Remove from the favourites"
CALL_ALWAYS = "Tell me of every message"
CALL_FOR_MENTIONS = "Tell me only of mentions"
CALL_NEVER = "Mute"
MUTE_FOR_AN_HOUR = "Mute for an hour"
AS_PLAIN_TEXT = "As plain text"
EXPORT = "Export…"
COPY_LINK = "Copy a link to this room"
LEAVE = "Leave this room"
CLOSE = "Close this conversation"
JOIN_FIRST = "Type /join #room to come into a room"
NOBODY_HEARS = (
    "Nobody can read this, as no room is open. Join one with + beside ROOMS, or type"
    " /join #room."
)

FIND_ROOM = "Find a room, or type the name of a new one"
STAYS = "It belongs to your account {account}, and stays when nobody is in it."
ENDS = "You are a guest here: the room ends when everybody has left it."
WAS_THERE = (
    "{room} was there already, so its settings are left as they are. You are in it now."
)


def muted_until(moment: datetime) -> str:
    """Say until when a room is muted."""
    return f"Muted until {moment.astimezone():%H:%M}"


def topic_too_long(over: int, longest: int) -> str:
    """Say by how much a topic is too long for this server."""
    return (
        f"This topic is {plural(over, 'character', 'characters')} longer than the"
        f" {longest} that this server takes. Shorten it a little."
    )


def rooms_of(network: str) -> str:
    """Head the list of a server's rooms."""
    return f"Rooms on {network}"


def listing(count: int) -> str:
    """Say that rooms are coming in."""
    if not count:
        return "Asking the server which rooms there are…"
    return f"{plural(count, 'room', 'rooms')} until now…"


def listed(count: int, fewest: int) -> str:
    """Say how many rooms there are, and which are left out."""
    if not count and not fewest:
        return "No room goes by that."
    rooms = plural(count, "room", "rooms")
    if fewest:
        return (
            f"{rooms} with {fewest} people or more. Type the whole name of a smaller"
            " one to join it."
        )
    return rooms
