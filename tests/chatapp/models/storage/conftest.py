"""A database for the tests of what is stored."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from chatapp.models.storage.schema import open_database
from tests.chatapp.models.storage.rooms_on_disk import make_room


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_database(tmp_path / "own.db")
    yield connection
    connection.close()


@pytest.fixture
def room(connection: sqlite3.Connection) -> int:
    return make_room(connection)
