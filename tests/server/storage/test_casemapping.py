"""A history keeps the casemapping by which its names were written."""

from contextlib import closing

import pytest

from server.storage.casemapping import HOLD_NAMES, keep_casemapping
from server.storage.journal import Journal
from server.storage.schema import UnusableStorage, open_for_writing
from tests.server.storage.test_journal import NothingDeleted, said


@pytest.fixture
def path(tmp_path):
    return tmp_path / "history.db"


@pytest.fixture
def connection(path):
    with closing(open_for_writing(path, "process")) as connection:
        yield connection


def test_a_history_without_names_takes_any_casemapping(connection, path):
    keep_casemapping(connection, "ascii", path)
    keep_casemapping(connection, "rfc1459", path)
    Journal(connection, NothingDeleted()).record([[said(1)]])

    keep_casemapping(connection, "rfc1459", path)
    with pytest.raises(UnusableStorage):
        keep_casemapping(connection, "ascii", path)


def test_another_casemapping_is_refused_and_leaves_the_history_as_it_is(
    connection, path
):
    Journal(connection, NothingDeleted()).record([[said(1)]])

    with pytest.raises(UnusableStorage) as refusal:
        keep_casemapping(connection, "ascii", path)

    assert str(refusal.value) == (
        f"The names in {path} were compared by “precis” up to now, and the settings "
        'ask for “ascii”. Set [server] casemapping to "precis" again, or begin a new '
        "history with another [storage] path; this one stays as it is."
    )
    keep_casemapping(connection, "precis", path)


def test_every_table_with_names_is_looked_at(connection):
    tables = {
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' "
            "AND name NOT LIKE 'message_words%'"
        )
    }

    assert tables - set(HOLD_NAMES) == {
        "health",
        "identity",
        "word_index",
        "conversation_index_end",
    }
