"""Writes durable events: all of a turn in one transaction, or each command alone."""

import logging
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from server.storage.rows import (
    MESSAGE_COLUMN_COUNT,
    MESSAGE_COLUMNS,
    MessageRow,
    row_of_message,
)
from server.world.events import (
    ChatMessage,
    Event,
    MessageRepeated,
    MessageSent,
    TopicChanged,
)

log = logging.getLogger(__name__)

ROWS_AT_ONCE = 32

Commands = Sequence[Sequence[Event]]


class Unrecorded(Exception):
    """An event could not be written."""


class Journal:
    """The only writer of the database. One thread at a time uses it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write through this connection, which is in autocommit mode."""
        self._connection = connection
        self._writers: dict[type[Event], Callable[[Any], None]] = {
            TopicChanged: self._write_topic,
            MessageRepeated: self._require_first,
        }

    def record(self, commands: Commands) -> None:
        """Write the events of all commands in one transaction.

        Raises:
            Unrecorded: nothing was written.
        """
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._write(event for events in commands for event in events)
            self._connection.execute("COMMIT")
        except (sqlite3.Error, Unrecorded) as error:
            self._roll_back()
            raise Unrecorded(str(error)) from error

    def record_apart(self, commands: Commands) -> frozenset[int]:
        """Write each command's events alone, and give the numbers of those that fail.

        The others stand.
        """
        failed: set[int] = set()
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            for number, events in enumerate(commands):
                if not self._record_alone(events):
                    failed.add(number)
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            log.warning("The history cannot be written: %s", error)
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

    def forget(self, target: str, before: int) -> None:
        """Delete what was said to a target, up to a number; the disk may refuse."""
        try:
            self._connection.execute(
                "DELETE FROM messages WHERE target = ? AND sequence < ?",
                (target, before),
            )
        except sqlite3.Error as error:
            log.warning("A channel's history was not deleted: %s", error)

    def close(self) -> None:
        """Write what SQLite still holds back, and let the file go."""
        self._connection.close()

    def _record_alone(self, events: Sequence[Event]) -> bool:
        execute = self._connection.execute
        execute("SAVEPOINT command")
        try:
            self._write(events)
        except (sqlite3.Error, Unrecorded) as error:
            log.warning("A command was not recorded: %s", error)
            execute("ROLLBACK TO command")
            execute("RELEASE command")
            return False
        execute("RELEASE command")
        return True

    def _write(self, events: Iterable[Event]) -> None:
        rows: list[MessageRow] = []
        for event in events:
            if isinstance(event, MessageSent):
                rows.append(row_of_message(event.message))
                continue
            self._insert(rows)
            rows = []
            self._writers[type(event)](event)
        self._insert(rows)

    def _insert(self, rows: list[MessageRow]) -> None:
        for start in range(0, len(rows), ROWS_AT_ONCE):
            part = rows[start : start + ROWS_AT_ONCE]
            values = [value for row in part for value in row]
            self._connection.execute(_insertion(len(part)), values)

    def _write_topic(self, event: TopicChanged) -> None:
        topic = event.topic
        values = (topic.text, topic.set_by, topic.set_at) if topic else (None,) * 3
        self._connection.execute(
            "INSERT OR REPLACE INTO rooms VALUES (?, 0, ?, 0, NULL, ?, ?, ?)",
            (event.channel_key, event.channel.name, *values),
        )

    def _require_first(self, event: MessageRepeated) -> None:
        first: ChatMessage = event.first
        found = self._connection.execute(
            "SELECT 1 FROM messages WHERE sequence = ?", (first.sequence,)
        ).fetchone()
        if found is None:
            raise Unrecorded("The message that is repeated was not recorded.")

    def _roll_back(self) -> None:
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlite3.Error as error:
            log.warning("A transaction could not be taken back: %s", error)


def _insertion(count: int) -> str:
    row = f"({','.join('?' * MESSAGE_COLUMN_COUNT)})"
    return f"INSERT INTO messages ({MESSAGE_COLUMNS}) VALUES {','.join([row] * count)}"  # noqa: S608 - only question marks
