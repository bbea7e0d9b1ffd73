"""What calls one: which messages, and at which times one is not to be disturbed."""

from datetime import datetime, time, timedelta

from chatapp.models.entities import Attention, ChatMessage, Room, RoomKind
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.settings import Settings

# What was said longer ago is told once more, not told now.
_NEWS = timedelta(minutes=5)


def is_call(room: Room, message: ChatMessage, now: datetime) -> bool:
    """Tell whether a message calls one, as it was chosen for its room."""
    if message.mine or not message.kind.is_said or room.is_muted:
        return False
    if now - message.time > _NEWS:
        return False
    if room.kind is RoomKind.DIRECT or message.mentions_me:
        return True
    return room.attention is Attention.ALL


def is_quiet(settings: Settings, now: datetime) -> bool:
    """Tell whether one is not to be disturbed."""
    if settings[table.QUIET]:
        return True
    if not settings[table.QUIET_HOURS]:
        return False
    begin, end = settings[table.QUIET_FROM], settings[table.QUIET_TO]
    return is_between(now.astimezone().time(), begin, end)


def is_between(moment: time, begin: time, end: time) -> bool:
    """Tell whether a time of the day lies between two, also over midnight."""
    if begin <= end:
        return begin <= moment < end
    return moment >= begin or moment < end
