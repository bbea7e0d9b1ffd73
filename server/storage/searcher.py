"""Finds messages by their words, where the index has them, and else one by one."""

import sqlite3
import time
from collections.abc import Callable, Iterator

from chatapp.wire.message import Source
from chatapp.wire.names import Fold, fold
from server.storage.rows import HIGHEST, MESSAGE_COLUMNS, message_of
from server.world.chat_message import ChatMessage
from server.world.search import Search, SearchTooLong

SECONDS_FOR_A_SEARCH = 1.0
STEPS_BETWEEN_LOOKS = 20_000
LONGEST_NAME_LIST = 500

_COLUMNS = ", ".join(f"messages.{name}" for name in MESSAGE_COLUMNS.split(", "))
_BY_WORDS = (
    f"SELECT {_COLUMNS} FROM message_words "  # noqa: S608 - names of columns
    "CROSS JOIN messages ON messages.sequence = message_words.rowid "
    "WHERE message_words MATCH ? AND message_words.rowid BETWEEN ? AND ? "
    "AND {where} AND NOT messages.is_redacted ORDER BY message_words.rowid {order}"
)
_ONE_BY_ONE = (
    f"SELECT {MESSAGE_COLUMNS} FROM {{table}} WHERE {{where}} "  # noqa: S608 - as above
    "AND sequence BETWEEN ? AND ? AND NOT is_redacted ORDER BY sequence {order}"
)
_INDEXED = "SELECT last_sequence FROM word_index"
_INDEXED_BY_TARGET = "SELECT last_sequence FROM conversation_index_end"
_BOUNDS = (
    "SELECT (SELECT min(sequence) FROM messages), (SELECT max(sequence) FROM messages)"
)
_TIME_FROM = "SELECT time FROM messages WHERE sequence >= ? ORDER BY sequence LIMIT 1"


class Searcher:
    """Searches through a connection. One thread at a time uses it."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        monotonic: Callable[[], float] = time.monotonic,
        fold: Fold = fold,
    ) -> None:
        """Search through this connection; nicks are compared by their keys."""
        self._fold = fold
        self._connection = connection
        self._monotonic = monotonic

    def find(self, search: Search) -> list[ChatMessage]:
        """Give what is found, the oldest first; in the time that a search may take.

        Raises:
            SearchTooLong: nothing was found in that time.
        """
        found: list[ChatMessage] = []
        end = self._monotonic() + SECONDS_FOR_A_SEARCH

        def is_over() -> bool:
            return self._monotonic() >= end

        self._connection.set_progress_handler(is_over, STEPS_BETWEEN_LOOKS)
        try:
            for message in self._candidates(search):
                if self._is_meant(search, message):
                    found.append(message)
                if len(found) >= search.limit:
                    break
        except sqlite3.OperationalError:
            if not is_over():
                raise
            if not found:
                raise SearchTooLong from None
        finally:
            self._connection.set_progress_handler(None, 0)
        return sorted(found, key=lambda message: message.sequence)

    def interrupt(self) -> None:
        """Let the search that runs fail; any thread may ask."""
        self._connection.interrupt()

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    def _candidates(self, search: Search) -> Iterator[ChatMessage]:
        """Give what may be meant: the newest first, or from a given time on."""
        low = 0 if search.after is None else self._first_since(search.after)
        high = (
            HIGHEST if search.before is None else self._first_since(search.before + 1)
        )
        high -= 1
        (indexed,) = self._connection.execute(_INDEXED).fetchone()
        if not search.words:
            yield from self._one_by_one(search, low, high)
        elif search.after is not None:
            yield from self._by_words(search, low, min(high, indexed))
            yield from self._one_by_one(search, max(low, indexed + 1), high)
        else:
            yield from self._one_by_one(search, max(low, indexed + 1), high)
            yield from self._by_words(search, low, min(high, indexed))

    def _by_words(self, search: Search, low: int, high: int) -> Iterator[ChatMessage]:
        """Give what has the words; what was said elsewhere is passed over at once."""
        wanted = " ".join(f'"{word}" *' for word in search.words)
        targets, where = tuple(search.conversations), "true"
        if len(targets) > LONGEST_NAME_LIST:
            targets = ()
        else:
            marks = ",".join("?" * len(targets))
            where = f"messages.target IN ({marks})"
        query = _BY_WORDS.format(where=where, order=_order(search))
        values = (wanted, low, high, *targets)
        return map(message_of, self._connection.execute(query, values))

    def _one_by_one(self, search: Search, low: int, high: int) -> Iterator[ChatMessage]:
        targets, where = tuple(search.conversations), "true"
        low = max(low, min(search.conversations.values(), default=0))
        if len(targets) > LONGEST_NAME_LIST:
            targets = ()
        else:
            where = f"target IN ({','.join('?' * len(targets))})"
        stretches = [("messages", low, high)]
        if len(targets) == 1:
            (indexed,) = self._connection.execute(_INDEXED_BY_TARGET).fetchone()
            stretches = [
                ("indexed_messages", low, min(high, indexed)),
                ("messages", max(low, indexed + 1), high),
            ]
        order = _order(search)
        for table, start, end in stretches[:: -1 if order == "DESC" else 1]:
            query = _ONE_BY_ONE.format(table=table, where=where, order=order)
            values = (*targets, start, end)
            yield from map(message_of, self._connection.execute(query, values))

    def _is_meant(self, search: Search, message: ChatMessage) -> bool:
        first = search.conversations.get(message.target)
        if first is None or message.sequence < first:
            return False
        nick = search.nick_key
        if nick and self._fold(Source.parse(message.source).nick) != nick:
            return False
        return not search.text or search.describes(message.text or "")

    def _first_since(self, moment: int) -> int:
        """Give the lowest number of all from which on nothing came before a time."""
        low, high = self._connection.execute(_BOUNDS).fetchone()
        if low is None:
            return HIGHEST
        high += 1
        while low < high:
            middle = (low + high) // 2
            row = self._connection.execute(_TIME_FROM, (middle,)).fetchone()
            if row is None or row[0] >= moment:
                high = middle
            else:
                low = middle + 1
        return int(low)


def _order(search: Search) -> str:
    return "DESC" if search.after is None else "ASC"
