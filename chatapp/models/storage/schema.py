"""The client's database: its tables, and what becomes of a file it cannot read."""

import logging
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from chatapp.language import gettext as _
from chatapp.models.storage.search import prepare_index

log = logging.getLogger(__name__)

BUSY_SECONDS = 2.0
REMEDY = _("Make room on the disk, or see that the folder can be written.")

VERSIONS: tuple[str, ...] = (
    """
    CREATE TABLE profiles (
        id INTEGER PRIMARY KEY,
        network TEXT NOT NULL,
        username TEXT NOT NULL,
        open_room TEXT NOT NULL DEFAULT '',
        UNIQUE (network, username)
    );
    CREATE TABLE rooms (
        id INTEGER PRIMARY KEY,
        profile INTEGER NOT NULL REFERENCES profiles,
        key TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        is_open INTEGER NOT NULL DEFAULT 0,
        position INTEGER NOT NULL DEFAULT 0,
        channel_key TEXT NOT NULL DEFAULT '',
        read_time INTEGER NOT NULL DEFAULT 0,
        read_msgid TEXT NOT NULL DEFAULT '',
        draft TEXT NOT NULL DEFAULT '',
        answering TEXT NOT NULL DEFAULT '',
        is_favourite INTEGER NOT NULL DEFAULT 0,
        attention TEXT NOT NULL DEFAULT 'ALL',
        quiet_until INTEGER NOT NULL DEFAULT 0,
        UNIQUE (profile, key)
    );
    CREATE TABLE ignored (
        profile INTEGER NOT NULL REFERENCES profiles,
        key TEXT NOT NULL,
        nick TEXT NOT NULL,
        PRIMARY KEY (profile, key)
    );
    CREATE TABLE spans (
        id INTEGER PRIMARY KEY,
        room INTEGER NOT NULL REFERENCES rooms,
        is_complete INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE lines (
        id INTEGER PRIMARY KEY,
        room INTEGER NOT NULL REFERENCES rooms,
        span INTEGER NOT NULL REFERENCES spans,
        place INTEGER NOT NULL,
        time INTEGER NOT NULL,
        msgid TEXT NOT NULL,
        client_id TEXT NOT NULL,
        sender TEXT NOT NULL,
        kind TEXT NOT NULL,
        change TEXT NOT NULL,
        target TEXT NOT NULL,
        text TEXT NOT NULL,
        mine INTEGER NOT NULL,
        mentions_me INTEGER NOT NULL,
        reply_to TEXT NOT NULL DEFAULT '',
        author TEXT NOT NULL DEFAULT '',
        edits TEXT NOT NULL DEFAULT '',
        edited_at INTEGER
    );
    CREATE INDEX lines_by_place ON lines (room, span, place);
    CREATE INDEX lines_by_time ON lines (room, time);
    CREATE INDEX lines_by_msgid ON lines (room, msgid) WHERE msgid <> '';
    CREATE INDEX amendments_by_target ON lines (room, target)
        WHERE kind IN ('EDIT', 'DELETION');
    CREATE INDEX spans_by_room ON spans (room);
    CREATE TABLE reactions (
        room INTEGER NOT NULL REFERENCES rooms,
        msgid TEXT NOT NULL,
        emoji TEXT NOT NULL,
        sender TEXT NOT NULL,
        mine INTEGER NOT NULL,
        time INTEGER NOT NULL,
        is_on INTEGER NOT NULL,
        PRIMARY KEY (room, msgid, emoji, sender)
    ) WITHOUT ROWID;
    CREATE TABLE saved (
        id INTEGER PRIMARY KEY,
        profile INTEGER NOT NULL REFERENCES profiles,
        room_key TEXT NOT NULL,
        room TEXT NOT NULL,
        msgid TEXT NOT NULL,
        sender TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        time INTEGER NOT NULL,
        mine INTEGER NOT NULL
    );
    CREATE TABLE search_state (indexed_to INTEGER NOT NULL);
    INSERT INTO search_state VALUES (0);
    CREATE TABLE outbox (
        id TEXT PRIMARY KEY,
        profile INTEGER NOT NULL REFERENCES profiles,
        owner TEXT NOT NULL,
        room_name TEXT NOT NULL,
        room_kind TEXT NOT NULL,
        sender TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        reply_to TEXT NOT NULL,
        written_at INTEGER NOT NULL,
        state TEXT NOT NULL,
        is_unsure INTEGER NOT NULL,
        problem TEXT NOT NULL,
        target TEXT NOT NULL DEFAULT '',
        position INTEGER NOT NULL
    );
    """,
    """
    ALTER TABLE profiles ADD COLUMN host TEXT NOT NULL DEFAULT '';
    ALTER TABLE profiles ADD COLUMN port INTEGER NOT NULL DEFAULT 0;
    """,
    """
    ALTER TABLE profiles ADD COLUMN known_by TEXT NOT NULL DEFAULT '';
    """,
    """
    ALTER TABLE rooms ADD COLUMN editing TEXT NOT NULL DEFAULT '';
    ALTER TABLE rooms ADD COLUMN new_words TEXT NOT NULL DEFAULT '';
    """,
    """
    ALTER TABLE profiles ADD COLUMN session TEXT NOT NULL DEFAULT '';
    """,
    """
    ALTER TABLE rooms ADD COLUMN topic TEXT NOT NULL DEFAULT '';
    """,
)
"""For each version of the schema, what it adds to the one before.

Times are milliseconds since 1970. A span is a part of a room's history in which
nothing is missing; the places in it grow with the server's order, and may be negative.
What stands in a span with a higher id was said later. A reaction that was taken off
stays, so that what is told of earlier does not put it back on.
"""


class UnusableStore(Exception):
    """The database cannot be opened; the text says why, for people."""


def open_database(
    path: Path, on_damaged: Callable[[Path], None] = lambda _aside: None
) -> sqlite3.Connection:
    """Open the client's database for the thread that calls, made if it is not there.

    A file that is damaged is set aside and kept: `on_damaged` hears where. One
    that a newer chatapp wrote stays as it is, for that.

    Raises:
        UnusableStore: nothing can be kept at this place.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            return _open(path)
        except sqlite3.OperationalError:
            raise  # locked, full or read-only: the file itself is sound
        except sqlite3.DatabaseError:
            aside = _set_aside(path)
            connection = _open(path)
            on_damaged(aside)
            return connection
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnusableStore(
            _("What is said cannot be kept in {parent} ({reason}). {remedy}").format(
                parent=path.parent, reason=reason, remedy=REMEDY
            )
        ) from error


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        path.chmod(0o600)
        connection.text_factory = _as_text
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA fullfsync = ON")  # macOS waits for no disk without
        connection.execute("PRAGMA secure_delete = ON")
        _bring_up_to_date(connection, path)
        prepare_index(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _as_text(stored: bytes) -> str:
    """Read text although a byte of it may be damaged, so that its row is found."""
    return stored.decode(errors="replace")


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("BEGIN IMMEDIATE")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute("COMMIT")
    if version > len(VERSIONS):
        raise UnusableStore(
            _(
                "A newer chatapp wrote {path}, and this one leaves it as it "
                "is: open the newer one to read it. Nothing can be kept here "
                "meanwhile."
            ).format(path=path)
        )
    missing = VERSIONS[version:]
    if missing:  # all at once, or nothing
        connection.executescript(
            f"BEGIN IMMEDIATE; {' '.join(missing)} "
            f"PRAGMA user_version = {len(VERSIONS)}; COMMIT;"
        )


def _set_aside(path: Path) -> Path:
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    for suffix in ("", "-wal", "-shm"):
        file = path.with_name(path.name + suffix)
        if file.exists():
            file.rename(path.with_name(f"{path.name}.broken-{moment}{suffix}"))
    log.warning("%s cannot be read; it is kept beside a new one", path.name)
    return path.with_name(f"{path.name}.broken-{moment}")
