"""How long the recorder's thread waits for the disk while it does its chores."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Execute = Callable[..., sqlite3.Cursor]


@contextmanager
def without_waiting(execute: Execute) -> Iterator[None]:
    """Write what may be lost in a power cut, as it would be done again afterwards."""
    (synchronous,) = execute("PRAGMA synchronous").fetchone()
    execute("PRAGMA synchronous = NORMAL")
    try:
        yield
    finally:
        execute(f"PRAGMA synchronous = {synchronous}")
