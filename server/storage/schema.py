"""The database: where it is, and how an older one is brought up to date."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from server.complaints import Complaint
from server.storage.versions import VERSIONS

BUSY_SECONDS = 1.0
SYNCHRONOUS = {"power": "FULL", "process": "NORMAL"}


class UnusableStorage(Complaint):
    """The history cannot be kept where it should be; the text says why."""


@contextmanager
def explain_problems(path: Path) -> Iterator[None]:
    """Say in words for people what the disk or SQLite has against a history.

    Raises:
        UnusableStorage: instead of what was raised.
    """
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnusableStorage(
            "The history cannot be kept in {path} ({reason}). Put that right, "
            "or choose another place with [storage] path or CHATAPP_DATA_DIR.",
            path=path,
            reason=reason,
        ) from error


def open_for_writing(path: Path, durability: str) -> sqlite3.Connection:
    """Open the database, made or brought up to date first if that is needed.

    Args:
        path: the file; its folder is made.
        durability: "power" or "process", as in the settings.

    Raises:
        UnusableStorage: the file cannot be opened, written or understood.
    """
    with explain_problems(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = _connect(path)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA synchronous = {SYNCHRONOUS[durability]}")
            connection.execute("PRAGMA wal_autocheckpoint = 2000")
            connection.execute("PRAGMA secure_delete = ON")
            _bring_up_to_date(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Open the database beside its writer."""
    connection = _connect(path)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _connect(path: Path) -> sqlite3.Connection:
    # One thread at a time uses a connection; the thread that opens it is another.
    return sqlite3.connect(
        path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(VERSIONS):
        raise UnusableStorage(
            "{path} was written by a newer chatapp-server. Please update this one.",
            path=path,
        )
    missing = VERSIONS[version:]
    if missing:  # all at once, or nothing: each transaction is a wait for the disk
        connection.executescript(
            f"BEGIN IMMEDIATE; {' '.join(missing)} "
            f"PRAGMA user_version = {len(VERSIONS)}; COMMIT;"
        )
