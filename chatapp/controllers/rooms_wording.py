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
LEAVE = "Leave this room"
CLOSE = "Close this conversation"


def muted_until(moment: datetime) -> str:
    """Say until when a room is muted."""
    return f"Muted until {moment.astimezone():%H:%M}"


def topic_too_long(over: int, longest: int) -> str:
    """Say by how much a topic is too long for this server."""
    return (
        f"This topic is {plural(over, 'character', 'characters')} longer than the"
        f" {longest} that this server takes. Shorten it a little."
    )
