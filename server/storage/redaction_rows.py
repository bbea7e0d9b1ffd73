"""Messages that were taken back, as rows of the database."""

import sqlite3
from typing import TYPE_CHECKING, Any

from server.storage.rows import PAST_LINE_COLUMNS, row_of_past_line
from server.world.chat_message import ChatMessage
from server.world.redaction import MessageRedacted, blank

if TYPE_CHECKING:
    from collections.abc import Callable

_BLANK = "UPDATE messages SET text = '', tags = ?, is_redacted = 1 WHERE sequence = ?"
_DELETE = "DELETE FROM past_lines WHERE target = ? AND sequence = ?"
_TRACE = (
    f"INSERT OR IGNORE INTO past_lines ({PAST_LINE_COLUMNS}) VALUES (?, ?, ?, ?, ?)"  # noqa: S608 - names of columns
)


class RedactionWriter:
    """Takes words out of the history; a row stays that knows the sender's id."""

    def __init__(
        self, connection: sqlite3.Connection, deleted: "Callable[[], None]"
    ) -> None:
        """Write through this connection; `deleted` hears that words were taken out."""
        self._execute = connection.execute
        self._deleted = deleted
        self.writers: dict[type, Callable[[Any], None]] = {
            MessageRedacted: self._redact
        }

    def _redact(self, event: MessageRedacted) -> None:
        line = event.line
        if isinstance(line, ChatMessage):
            values = (blank(line).client_tags, line.sequence)
            self._execute(_BLANK, values)
        else:
            self._execute(_DELETE, (line.target, line.sequence))
        self._execute(_TRACE, row_of_past_line(event.trace))
        self._deleted()
