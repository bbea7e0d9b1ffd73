"""Keeps a second server away from the same history."""

import sqlite3
from pathlib import Path

from server.storage.schema import UnusableStorage


class StorageLock:
    """Held while a server runs; it goes with the process, however that ends.

    It is an SQLite transaction that stays open on a file beside the history: such a
    lock works alike on every system.
    """

    def __init__(self, storage_path: Path) -> None:
        """Take the lock.

        Raises:
            UnusableStorage: another server has it, or the folder cannot be written.
        """
        path = storage_path.with_name(f"{storage_path.name}.lock")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(
                path, timeout=0, isolation_level=None, check_same_thread=False
            )
        except (OSError, sqlite3.Error) as error:
            raise UnusableStorage(f"{path} cannot be opened: {error}.") from error
        try:
            self._connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            self._connection.close()
            raise UnusableStorage(_sentence(storage_path, error)) from error

    def release(self) -> None:
        """Let another server have the history."""
        self._connection.close()


def _sentence(storage_path: Path, error: sqlite3.OperationalError) -> str:
    if "locked" not in str(error):
        return f"{storage_path} cannot be locked: {error}."
    return (
        f"Another chatapp-server keeps its history in {storage_path}. "
        "Give this one a file of its own: set [storage] path, or CHATAPP_DATA_DIR."
    )
