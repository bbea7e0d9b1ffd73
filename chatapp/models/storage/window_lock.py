"""Tells whether the window that wrote something is still there, in any process."""

import sqlite3
from contextlib import suppress
from pathlib import Path

_PREFIX, _SUFFIX = "window-", ".lock"


class WindowLock:
    """A file that one window holds; it lets go with its process, however that ends.

    It is an SQLite transaction that stays open on a file beside the database: such a
    lock works alike on every system. All calls belong to the store's thread.
    """

    def __init__(self, owner: str) -> None:
        self.owner = owner
        self._held: sqlite3.Connection | None = None

    def hold(self, database: sqlite3.Connection) -> None:
        """Be there from now on, for all windows that use this database.

        Raises:
            OSError, sqlite3.Error: the lock cannot be written.
        """
        path = _lock_path(database, self.owner)
        if self._held is None and path is not None:
            path.touch(mode=0o600)  # who could read it could hold it, too
            self._held = _lock(path)

    def sweep(self, database: sqlite3.Connection) -> None:
        """Remove what windows left behind that did not end by themselves."""
        path = _lock_path(database, self.owner)
        for other in path.parent.glob(_name("*")) if path else ():
            if other != path:
                has_gone(database, other.name[len(_PREFIX) : -len(_SUFFIX)])

    def let_go(self, database: sqlite3.Connection) -> None:
        """Be there no more."""
        if self._held is None:
            return
        self._held.close()
        self._held = None
        path = _lock_path(database, self.owner)
        if path is not None:
            _remove(path)


def has_gone(database: sqlite3.Connection, owner: str) -> bool:
    """Tell whether a window is there no more; on the store's thread, as all of this."""
    path = _lock_path(database, owner)
    if path is None or not path.exists():
        return True
    try:
        _lock(path).close()
    except sqlite3.Error:
        return False
    _remove(path)
    return True


def _lock(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = MEMORY")  # no second file
        connection.execute("BEGIN EXCLUSIVE")
    except BaseException:
        connection.close()
        raise
    return connection


def _remove(path: Path) -> None:
    with suppress(PermissionError):  # Windows: another window looks at it just now
        path.unlink(missing_ok=True)


def _lock_path(database: sqlite3.Connection, owner: str) -> Path | None:
    """Give the file for a window; None for a database that has no file."""
    (_, _, file) = database.execute("PRAGMA database_list").fetchone()
    return Path(file).with_name(_name(owner)) if file else None


def _name(owner: str) -> str:
    return f"{_PREFIX}{owner}{_SUFFIX}"
