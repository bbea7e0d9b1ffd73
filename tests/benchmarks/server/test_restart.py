"""What is measured is a server that has what was to be filled in."""

import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks.server.restart import measure_restart


def test_a_server_starts_with_what_was_filled_in(tmp_path: Path) -> None:
    empty, full = measure_restart(tmp_path, messages=2_000)

    with closing(sqlite3.connect(next(tmp_path.rglob("history.db")))) as connection:
        (count,) = connection.execute("SELECT count(*) FROM messages").fetchone()
    assert count == 2_000
    assert empty.value > 0
    assert full.value > 0
