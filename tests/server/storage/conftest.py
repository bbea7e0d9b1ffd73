"""A history that is written, and what writes it, for all tests of the storage."""

import pytest

from server.storage.journal import Journal
from server.storage.schema import open_for_writing
from tests.server.storage.test_journal import NothingDeleted


@pytest.fixture
def connection(tmp_path):
    """Open a history of its own for writing."""
    connection = open_for_writing(tmp_path / "history.db", "process")
    yield connection
    connection.close()


@pytest.fixture
def record(connection):
    """Write events, all of them in one transaction."""
    journal = Journal(connection, NothingDeleted())
    return lambda *events: journal.record([events])
