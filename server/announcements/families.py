"""The tables of announcements, filled by importing all families."""

from server.announcements import (  # noqa: F401 - each adds its events to a table
    channels,
    identity,
    messages,
    metadata,
    monitor,
    operators,
    people,
    read_markers,
    redaction,
    renaming,
)
from server.announcements.table import AFTER, BEFORE

__all__ = ["AFTER", "BEFORE"]
