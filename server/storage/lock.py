"""Keeps a second server away from the same history."""

import sqlite3
from pathlib import Path

from server.storage.foreign_files import refuse_foreign
from server.storage.privacy import PARTS, make_folder
from server.storage.schema import UnusableStorage, explain_problems

LOCK = ".lock"


class StorageInUse(UnusableStorage):
    """Another server keeps its history there."""


class StorageLock:
    """Held while a server runs; it goes with the process, however that ends.

    It is an SQLite transaction that stays open on a file beside the history: such a
    lock works alike on every system.
    """

    def __init__(self, storage_path: Path) -> None:
        """Take the lock.

        Raises:
            StorageInUse: another server has it.
            UnusableStorage: the folder cannot be written, or another user of this
                computer has put a file there.
        """
        path = storage_path.with_name(f"{storage_path.name}{LOCK}")
        refuse_foreign(
            storage_path.with_name(f"{storage_path.name}{part}")
            for part in (*PARTS, LOCK)
        )
        with explain_problems(storage_path):
            make_folder(path.parent)
            self._connection = sqlite3.connect(
                path, timeout=0, isolation_level=None, check_same_thread=False
            )
            try:
                self._connection.execute("BEGIN EXCLUSIVE")
            except sqlite3.Error as error:
                self._connection.close()
                if "locked" in str(error):
                    raise _in_use(storage_path) from error
                raise

    def close(self) -> None:
        """Let another server have the history."""
        self._connection.close()


def _in_use(path: Path) -> StorageInUse:
    return StorageInUse(
        "Another chatapp-server keeps its history in {path}. "
        "Give this one a file of its own: set [storage] path, or CHATAPP_DATA_DIR.",
        path=path,
    )
