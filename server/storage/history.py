"""Reads the history, beside the thread that writes it."""

import contextlib
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from chatapp.wire.message import escape_tag_value
from chatapp.wire.names import Fold, fold
from chatapp.wire.tag_names import CHATAPP_ID
from server.storage.account_rows import read_talks
from server.storage.conversations import some_of
from server.storage.rows import (
    HIGHEST,
    MESSAGE_COLUMNS,
    PAST_LINE_COLUMNS,
    message_of,
    past_line_of,
)
from server.storage.searcher import SECONDS_FOR_A_SEARCH, Searcher
from server.world.chat_message import ChatMessage
from server.world.page import Edge, Page, PastLine, Sought, Stretch, Surroundings
from server.world.recent import repeat_key_of
from server.world.search import Search, SearchTooLong
from server.world.user import MAX_CORRESPONDENTS

SECONDS_BETWEEN_INTERRUPTS = 0.05
SECONDS_OF_SHORTEST_SEARCH = 0.02
"""So long a search takes at least; most need much less."""

Line = ChatMessage | PastLine


@dataclass(frozen=True, slots=True)
class Table:
    """A table of lines, each with its target, its number and its time."""

    name: str
    columns: str
    line_of: Callable[[Any], Line]
    condition: str = "true"

    def rows(self, order: str) -> str:
        """Give the query for a page's rows, in one order or the other."""
        between = f"sequence >= :low AND sequence < :high AND {self.condition}"
        return some_of(self.name, self.columns, between, order, ":limit")

    @property
    def bounds(self) -> str:
        """Give the query for a target's lowest and highest number."""
        # One SELECT with both would read every row between them.
        ends = (
            some_of(self.name, "sequence", "true", order, "1")
            for order in ("ASC", "DESC")
        )
        both = ", ".join(f"(SELECT sequence FROM ({end}))" for end in ends)  # noqa: S608 - as above
        return f"SELECT {both}"

    @property
    def time_from(self) -> str:
        """Give the query for the time of the first line from a number on."""
        return some_of(self.name, "time, sequence", "sequence >= :low", "ASC", "1")

    @property
    def one(self) -> str:
        """Give the query for one line, by its target and its number."""
        condition = f"sequence = :sequence AND {self.condition}"
        return some_of(self.name, self.columns, condition, "ASC", "1")


MESSAGES = Table("messages", MESSAGE_COLUMNS, message_of, "NOT is_redacted")
PAST_LINES = Table("past_lines", PAST_LINE_COLUMNS, past_line_of)

_LATEST_TIME = some_of(
    "messages", "time, sequence", "sequence >= :low AND NOT is_redacted", "DESC", "1"
)
_PART = 2000
_WHOLE_PART = some_of(
    "messages", MESSAGE_COLUMNS, "sequence >= :low", "ASC", str(_PART)
)
_PART_WITH_TAG = f"SELECT * FROM ({_WHOLE_PART}) WHERE instr(tags, :tag)"  # noqa: S608 - names of columns
_LAST_OF_PART = some_of(
    "messages", "sequence", "sequence >= :low", "ASC", "1", str(_PART - 1)
)


class HistoryReader:
    """Gives parts of conversations. Several threads may ask; they take turns."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        searching: sqlite3.Connection | None = None,
        fold: Fold = fold,
        monotonic: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        """Read through this connection.

        Args:
            connection: to the database.
            searching: another one, for searches; without it, the same.
            fold: gives the keys of nicks.
            monotonic: measures how long a search takes.
            wait: lets so many seconds pass.
        """
        self._connection = connection
        self._fold = fold
        self._searcher = Searcher(searching or connection, fold=fold)
        self._turn = threading.Lock()
        self._turn_to_search = threading.Lock() if searching else self._turn
        self._monotonic = monotonic
        self._wait = wait

    def page(self, page: Page) -> list[Line]:
        """Give a page's lines, the oldest first."""
        with self._turn:
            lines = self._lines(MESSAGES, page)
            if page.with_events:
                lines += self._lines(PAST_LINES, page)
        lines.sort(key=attrgetter("sequence"))
        return lines[: page.limit] if page.from_oldest else lines[-page.limit :]

    def surroundings(self, asked: Surroundings) -> list[Line]:
        """Give the lines around an edge, the oldest first."""
        page, limit = asked.page, asked.page.limit
        older = self.page(replace(page, before=asked.centre))
        just_before = _just_before(asked.centre)
        newer = self.page(replace(page, after=just_before, from_oldest=True))
        older_count = min(len(older), max(limit // 2, limit - len(newer)))
        first = len(older) - older_count
        return [*older[first:], *newer[: limit - older_count]]

    def stretch(self, asked: Stretch) -> list[Line]:
        """Give the lines from one edge on towards another, the oldest first."""
        page, start, end = asked.page, asked.start, asked.end
        with self._turn:
            is_forward = self._position(page, start) <= self._position(page, end)
        if is_forward:
            return self.page(replace(page, after=start, before=end, from_oldest=True))
        return self.page(replace(page, after=end, before=start))

    def line(self, target: str, sequence: int) -> Line | None:
        """Give the line of this number, if a conversation has it."""
        asked = {"target": target, "sequence": sequence}
        with self._turn:
            for table in (MESSAGES, PAST_LINES):
                row = self._connection.execute(table.one, asked).fetchone()
                if row is not None:
                    return table.line_of(row)
        return None

    def find(self, sought: Sought) -> ChatMessage | None:
        """Give the message that its sender repeats, if it is there.

        It may take long, so others have their turn in between.
        """
        with self._turn:
            start = self._first_since(MESSAGES, sought.target, sought.since)
        start = max(start, sought.first)
        while True:
            asked = {"target": sought.target, "low": start}
            with self._turn:
                # In this order: of what is deleted in between nothing is passed over.
                last = self._connection.execute(_LAST_OF_PART, asked).fetchone()
                found = self._find_from(sought, start)
            if found is not None or last is None:
                return found
            start = last[0] + 1

    def talks_of(self, identity: str) -> dict[str, str]:
        """Give with whom one talked lately: identities by the keys of their nicks."""
        with self._turn:
            return read_talks(self._connection, identity, MAX_CORRESPONDENTS)

    def search(self, search: Search) -> list[ChatMessage]:
        """Give what a search finds, the oldest first, after a time that tells little.

        All words are in one index: how long it takes to look there would tell how often
        a word was said where one may not read.

        Raises:
            SearchTooLong: it was not found in the time that a search may take.
        """
        if not self._turn_to_search.acquire(timeout=2 * SECONDS_FOR_A_SEARCH):
            raise SearchTooLong
        began = self._monotonic()
        try:
            return self._searcher.find(search)
        finally:
            self._turn_to_search.release()
            self._wait(_seconds_to_even(self._monotonic() - began))

    def latest_times(self, targets: Sequence[tuple[str, int]]) -> list[int | None]:
        """Give, for each target from a number on, when the last word was said."""
        with self._turn:
            rows = [
                self._connection.execute(
                    _LATEST_TIME, {"target": target, "low": low}
                ).fetchone()
                for target, low in targets
            ]
        return [row[0] if row else None for row in rows]

    def close(self) -> None:
        """Let the file go; what is still being read fails."""
        turns = {
            self._turn: self._connection.interrupt,
            self._turn_to_search: self._searcher.interrupt,
        }
        with contextlib.ExitStack() as held:
            for turn, interrupt in turns.items():
                while not turn.acquire(timeout=SECONDS_BETWEEN_INTERRUPTS):
                    interrupt()
                held.callback(turn.release)
            self._searcher.close()
            self._connection.close()

    def _find_from(self, sought: Sought, start: int) -> ChatMessage | None:
        _, client_id, _ = sought.keys[0]
        tag = f"{CHATAPP_ID}={escape_tag_value(client_id)}"
        asked = {"target": sought.target, "low": start, "tag": tag}
        rows = self._connection.execute(_PART_WITH_TAG, asked)
        for message in map(message_of, rows):
            if repeat_key_of(message, self._fold) in sought.keys:
                return message
        return None

    def _lines(self, table: Table, page: Page) -> list[Line]:
        low, high = page.first, HIGHEST
        if page.after is not None:
            low = max(low, self._first_after(table, page.target, page.after))
        if page.before is not None:
            high = self._first_from(table, page.target, page.before)
        asked = {"target": page.target, "low": low, "high": high, "limit": page.limit}
        query = table.rows("ASC" if page.from_oldest else "DESC")
        return [table.line_of(row) for row in self._connection.execute(query, asked)]

    def _position(self, page: Page, edge: Edge) -> int:
        return self._first_from(MESSAGES, page.target, edge)

    def _first_from(self, table: Table, target: str, edge: Edge) -> int:
        if edge.sequence is not None:
            return edge.sequence
        return self._first_since(table, target, edge.time or 0)

    def _first_after(self, table: Table, target: str, edge: Edge) -> int:
        if edge.sequence is not None:
            return edge.sequence + 1
        return self._first_since(table, target, (edge.time or 0) + 1)

    def _first_since(self, table: Table, target: str, time: int) -> int:
        """Give the lowest number from which on nothing came before a time.

        Numbers and times grow together, so it is found by halving.
        """
        execute = self._connection.execute
        low, high = execute(table.bounds, {"target": target}).fetchone()
        if low is None:
            return HIGHEST
        high += 1
        while low < high:
            middle = (low + high) // 2
            asked = {"target": target, "low": middle}
            row = execute(table.time_from, asked).fetchone()
            if row is None or row[0] >= time:
                high = middle
            else:
                low = middle + 1
        return int(low)


def _seconds_to_even(taken: float) -> float:
    """Give the seconds up to the shortest answer, or to twice as long, and so on."""
    even = SECONDS_OF_SHORTEST_SEARCH
    while even < taken:
        even *= 2
    return even - taken


def _just_before(edge: Edge) -> Edge:
    if edge.sequence is not None:
        return Edge(sequence=edge.sequence - 1)
    return Edge(time=(edge.time or 0) - 1)
