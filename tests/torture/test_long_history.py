"""What a long history has lost is counted."""

import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks.server.restart import fill
from server.storage.schema import open_for_writing
from torture.long_history import kept_of


def filled(folder: Path) -> Path:
    path = folder / "history.db"
    open_for_writing(path, "process").close()
    fill(path, 100)
    return path


def test_all_that_was_filled_in_is_counted(tmp_path: Path) -> None:
    assert kept_of(filled(tmp_path), 100) == 100


def test_what_is_gone_or_another_is_not_counted(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM messages WHERE sequence = 7")
        connection.execute("UPDATE messages SET text = 'other' WHERE sequence = 8")

    assert kept_of(path, 100) == 98
