"""Writes events and notes: all of a turn in one transaction, or each command alone."""

import logging
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from server.storage.account_rows import AccountWriter
from server.storage.ban_rows import BanWriter
from server.storage.invitation_rows import InvitationWriter
from server.storage.marker_rows import MarkerWriter
from server.storage.metadata_rows import MetadataWriter
from server.storage.redaction_rows import RedactionWriter
from server.storage.room_rows import RoomWriter
from server.storage.rows import (
    MESSAGE_COLUMN_COUNT,
    MESSAGE_COLUMNS,
    PAST_LINE_COLUMNS,
    MessageRow,
    PastLineRow,
    row_of_message,
    row_of_past_line,
)
from server.world.events import Event
from server.world.message_events import MessageRepeated, MessageSent
from server.world.notes import Note
from server.world.page import PastLine
from server.world.redaction import MessageRedacted
from server.world.staying import TalkMoved

log = logging.getLogger(__name__)

ROWS_AT_ONCE = 32
_INSERT_PAST_LINE = (
    f"INSERT OR IGNORE INTO past_lines ({PAST_LINE_COLUMNS}) VALUES (?, ?, ?, ?, ?)"  # noqa: S608 - names of columns
)

_OF_LINES = (MessageRepeated, MessageRedacted, TalkMoved)
"""What reads or changes lines that may stand before it in the same transaction."""

Command = Sequence[Event | Note]
Commands = Sequence[Command]


class Unrecorded(Exception):
    """An event could not be written."""


class Deletions(Protocol):
    """What was deleted of the history; see server.storage.pruning."""

    def covers(self, target: str, sequence: int) -> bool:
        """Tell whether a message has been deleted in the last few minutes."""


class Journal:
    """The only writer of the database. One thread at a time uses it."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        deletions: Deletions,
        *,
        keeps_past_lines: bool = True,
        deleted: Callable[[], None] = lambda: None,
    ) -> None:
        """Write through this connection, which is in autocommit mode.

        Args:
            connection: to the database.
            deletions: what was deleted of it.
            keeps_past_lines: whether what happened is kept, too.
            deleted: hears that words were taken back.
        """
        self._connection = connection
        self._deletions = deletions
        self._keeps_past_lines = keeps_past_lines
        self._writers: dict[type, Callable[[Any], None]] = {
            **RoomWriter(connection).writers,
            **RedactionWriter(connection, deleted).writers,
            **MarkerWriter(connection).writers,
            **MetadataWriter(connection).writers,
            **BanWriter(connection).writers,
            **InvitationWriter(connection).writers,
            **AccountWriter(connection).writers,
            MessageRepeated: self._require_first,
        }

    def record(self, commands: Commands) -> None:
        """Write the events and notes of all commands in one transaction.

        Raises:
            Unrecorded: nothing was written.
        """
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._write(each for command in commands for each in command)
            self._connection.execute("COMMIT")
        except Exception as error:
            # Whatever it is, the transaction may not stay open: the next one would
            # fail, and with it what others said.
            self._roll_back()
            raise Unrecorded(_reason(error)) from error

    def record_apart(self, commands: Commands) -> frozenset[int]:
        """Write each command alone, and give the numbers of those that fail.

        The others stand.
        """
        failed: set[int] = set()
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            for number, command in enumerate(commands):
                if not self._record_alone(command):
                    failed.add(number)
            self._connection.execute("COMMIT")
        except Exception as error:  # noqa: BLE001 - as above
            log.warning("The history cannot be written: %s", _reason(error))
            self._roll_back()
            return frozenset(range(len(commands)))
        return frozenset(failed)

    def probe(self) -> bool:
        """Tell whether writing works."""
        try:
            self._connection.execute(
                "INSERT INTO health VALUES (1, 1) "
                "ON CONFLICT DO UPDATE SET probed = probed + 1"
            )
        except sqlite3.Error:
            return False
        return True

    def close(self) -> None:
        """Write what SQLite still holds back, and let the file go."""
        self._connection.close()

    def _record_alone(self, command: Command) -> bool:
        execute = self._connection.execute
        execute("SAVEPOINT command")
        try:
            self._write(command)
        except Exception as error:
            if isinstance(error, (sqlite3.Error, Unrecorded)):
                log.warning("A command was not recorded: %s", error)
            else:
                log.exception("A command could not be recorded")
            execute("ROLLBACK TO command")
            execute("RELEASE command")
            return False
        execute("RELEASE command")
        return True

    def _write(self, events: Iterable[Event | Note]) -> None:
        messages: list[MessageRow] = []
        past_lines: list[PastLineRow] = []
        for event in events:
            if isinstance(event, MessageSent):
                messages.append(row_of_message(event.message))
            elif isinstance(event, PastLine):
                past_lines.append(row_of_past_line(event))
            else:
                if isinstance(event, _OF_LINES):
                    self._insert_lines(messages, past_lines)
                    messages, past_lines = [], []
                self._writers[type(event)](event)
        self._insert_lines(messages, past_lines)

    def _insert_lines(
        self, messages: list[MessageRow], past_lines: list[PastLineRow]
    ) -> None:
        self._insert_messages(messages)
        if past_lines and self._keeps_past_lines:
            self._insert_past_lines(past_lines)

    def _insert_messages(self, rows: list[MessageRow]) -> None:
        for start in range(0, len(rows), ROWS_AT_ONCE):
            part = rows[start : start + ROWS_AT_ONCE]
            values = [value for row in part for value in row]
            self._connection.execute(_insertion(len(part)), values)

    def _insert_past_lines(self, rows: list[PastLineRow]) -> None:
        self._connection.executemany(_INSERT_PAST_LINE, rows)
        # Their table is not sorted by number, so the highest would be hard to find.
        _, sequence, time, *_ = rows[-1]
        self._connection.execute(
            "UPDATE identity SET last_sequence = max(last_sequence, ?), "
            "last_time = max(last_time, ?)",
            (sequence, time),
        )

    def _require_first(self, event: MessageRepeated) -> None:
        first = event.first
        found = self._connection.execute(
            "SELECT 1 FROM messages WHERE sequence = ?", (first.sequence,)
        ).fetchone()
        if found is None and not self._deletions.covers(first.target, first.sequence):
            raise Unrecorded("The message that is repeated was not recorded.")

    def _roll_back(self) -> None:
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlite3.Error as error:
            log.warning("A transaction could not be taken back: %s", error)


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _insertion(count: int) -> str:
    row = f"({','.join('?' * MESSAGE_COLUMN_COUNT)})"
    rows = ",".join([row] * count)
    return f"INSERT INTO messages ({MESSAGE_COLUMNS}) VALUES {rows}"  # noqa: S608 - only question marks
