"""What the card has fields for that asks how a room is to be exported."""

from enum import Enum, auto


class ExportField(Enum):
    """The first and the last day of what is exported, and the file."""

    SINCE = auto()
    UNTIL = auto()
    FILE = auto()
