"""What the storage knows a room by."""

from typing import NamedTuple


class RoomId(NamedTuple):
    """What the storage knows a channel by, as it is at one moment.

    Args:
        conversation: what its history is kept under; it never changes.
        history_start: what was said under that before was another room's.
        key: by what it is found.
        name: as it is written.
        created_at: in seconds since 1970.
    """

    conversation: str
    history_start: int
    key: str
    name: str
    created_at: int


def conversation_beside(key: str, history_start: int) -> str:
    """Give what a history is kept under beside another one of the same key."""
    return f"{key} {history_start:x}"
