"""Finds words in what is kept: with a full-text index, where SQLite has one."""

import re
import sqlite3
from dataclasses import dataclass

from chatapp.models.entities import ChatMessage, MessageKind, Search
from chatapp.models.storage.lines import READ, make_message
from chatapp.models.storage.readable_rows import readable
from chatapp.wire.timestamps import milliseconds

INDEXED_AT_ONCE = 200
_SPOKEN = tuple(kind.name for kind in MessageKind if kind.is_said)
_WORD = re.compile(r"\w+")
# These scripts write words without spaces, so the index has no words of theirs.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of findings ended; the next one goes on after it."""

    time: int
    row: int


@dataclass(frozen=True, slots=True)
class Findings:
    """A page of findings, the newest first; `next` is None when there are no more."""

    found: tuple[ChatMessage, ...] = ()
    next: Place | None = None


def prepare_index(connection: sqlite3.Connection) -> bool:
    """Make the full-text index if it is not there; False where SQLite has none."""
    try:
        connection.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text, content='lines',"
            " content_rowid='id', tokenize='unicode61 remove_diacritics 2')"
        )
    except sqlite3.OperationalError:
        return False
    return True


def index_some(connection: sqlite3.Connection, most: int = INDEXED_AT_ONCE) -> bool:
    """Bring the index on by some lines; True when there are more to do."""
    if not _has_index(connection):
        return False
    (done,) = connection.execute("SELECT indexed_to FROM search_state").fetchone()
    rows = connection.execute(
        "SELECT id, text, kind FROM lines WHERE id > ? ORDER BY id LIMIT ?",
        (done, most),
    ).fetchall()
    connection.executemany(
        "INSERT INTO words (rowid, text) VALUES (?, ?)",
        [(row, text) for row, text, kind in rows if kind in _SPOKEN],
    )
    if rows:
        connection.execute("UPDATE search_state SET indexed_to = ?", (rows[-1][0],))
    return len(rows) == most


def index_anew(
    connection: sqlite3.Connection, row: int, old: ChatMessage, new: ChatMessage
) -> None:
    """Let a line be found by its new words, and by the old ones no more."""
    if not _has_index(connection):
        return
    (done,) = connection.execute("SELECT indexed_to FROM search_state").fetchone()
    if row > done:
        return  # its turn is still to come
    if old.kind.is_said:
        forget = "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)"
        connection.execute(forget, (row, old.text))
    if new.kind.is_said:
        connection.execute(
            "INSERT INTO words (rowid, text) VALUES (?, ?)", (row, new.text)
        )


def search(
    connection: sqlite3.Connection,
    profile: int,
    wanted: Search,
    room_key: str,
    count: int,
    after: Place | None = None,
) -> Findings:
    """Find lines of a profile's rooms, or of one, page by page, the newest first."""
    while index_some(connection):
        pass  # what was kept where SQLite had no index, or just now
    conditions, values = _conditions(connection, profile, wanted)
    if room_key:
        conditions.append("rooms.key = ?")
        values.append(room_key)
    if after is not None:
        conditions.append("(lines.time, lines.id) < (?, ?)")
        values += [after.time, after.row]
    columns = ", ".join(f"lines.{column}" for column in READ.split(", "))
    rows = connection.execute(
        f"SELECT rooms.name, {columns}"  # noqa: S608 - constants
        f" FROM lines JOIN rooms ON rooms.id = lines.room"
        f" WHERE {' AND '.join(conditions)}"
        f" ORDER BY lines.time DESC, lines.id DESC LIMIT ?",
        (*values, count + 1),
    ).fetchall()
    found = tuple(readable(lambda row: make_message(row[1:], row[0]), rows[:count]))
    last = rows[count - 1] if len(rows) > count else None
    return Findings(found, Place(last[2], last[1]) if last else None)


def _conditions(
    connection: sqlite3.Connection, profile: int, wanted: Search
) -> tuple[list[str], list[object]]:
    conditions = ["rooms.profile = ?", "lines.kind IN (?, ?, ?)"]
    values: list[object] = [profile, *_SPOKEN]
    words = _WORD.findall(wanted.words)
    unspaced = not words or any(_UNSPACED.search(word) for word in words)
    if wanted.words and (unspaced or not _has_index(connection)):
        for word in wanted.words.split():
            conditions.append("lines.text LIKE ? ESCAPE '\\'")
            values.append(f"%{_escaped(word)}%")
    elif words:
        conditions.append("lines.id IN (SELECT rowid FROM words WHERE words MATCH ?)")
        values.append(" ".join(f'"{word}"' for word in words) + "*")
    if wanted.sender:
        conditions.append("lines.sender = ? COLLATE NOCASE")
        values.append(wanted.sender)
    if wanted.has_link:
        conditions.append("lines.text LIKE '%://%'")
    if wanted.before:
        conditions.append("lines.time < ?")
        values.append(milliseconds(wanted.before))
    if wanted.after:
        conditions.append("lines.time >= ?")
        values.append(milliseconds(wanted.after))
    return conditions, values


def _escaped(word: str) -> str:
    return re.sub(r"([\\%_])", r"\\\1", word)


def _has_index(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT 1 FROM words WHERE words MATCH '\"\"'").fetchone()
    except sqlite3.OperationalError:
        return False
    return True
