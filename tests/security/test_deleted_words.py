"""Words that were taken back, or whose time is over, are not in the server's files."""

import sqlite3
from contextlib import closing

import pytest

from server.storage.following_index import NOTHING_TO_DO
from server.storage.schema import open_for_writing
from server.storage.word_index import WordIndex
from tests.server.raw_client import ALL_CAPABILITIES

WORD = "xyzzyplugh"
ENOUGH = 60
REDACTION = f"{ALL_CAPABILITIES} draft/message-redaction"


@pytest.mark.parametrize("durability", ["power", "process"])
def test_what_is_deleted_is_written_over(tmp_path, durability):
    with closing(open_for_writing(tmp_path / "history.db", durability)) as connection:
        assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)


def test_a_page_that_is_free_holds_no_words(tmp_path):
    """Where SQLite itself would leave them: not all are built as Debian's is."""
    path = tmp_path / "history.db"
    with closing(open_for_writing(path, "process")) as connection:
        connection.execute("CREATE TABLE t (words TEXT)")
        for _ in range(ENOUGH):
            connection.execute("INSERT INTO t VALUES (?)", (WORD * 300,))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        before = path.read_bytes()
        connection.execute("DELETE FROM t")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

        assert WORD.encode() in before
        assert WORD.encode() not in path.read_bytes()


def test_a_word_that_was_taken_back_is_in_no_file_of_a_server_that_has_ended(
    start_server, mocker
):
    mocker.patch.object(WordIndex, "work", return_value=NOTHING_TO_DO)
    chat = start_server()
    anna = chat.join("anna", REDACTION)
    echo = anna.ask(f"PRIVMSG #lobby :{WORD} and more")
    msgid = next(each.tags["msgid"] for each in echo if "msgid" in each.tags)
    anna.ask(f"REDACT #lobby {msgid}")
    chat.server.stop("The test is over.")

    assert _is_kept_blank(chat.path)
    assert not _stands_in_files(chat.path.parent)


def test_a_word_that_was_found_by_search_is_erased_while_the_server_runs(start_server):
    chat = start_server()
    anna = chat.join("anna", REDACTION)
    echo = anna.ask(f"PRIVMSG #lobby :{WORD} and more")
    msgid = next(each.tags["msgid"] for each in echo if "msgid" in each.tags)
    assert chat.waits_for(lambda: _is_indexed(chat.path))

    anna.ask(f"REDACT #lobby {msgid}")

    assert chat.waits_for(lambda: not _stands_in_files(chat.path.parent))


def _stands_in_files(folder):
    files = [each for each in folder.rglob("*") if each.is_file()]
    return any(WORD.encode() in each.read_bytes() for each in files)


def _is_indexed(path):
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT 1 FROM message_words WHERE message_words MATCH ?"
        return connection.execute(query, (WORD,)).fetchone() is not None


def _is_kept_blank(path):
    with closing(sqlite3.connect(path)) as connection:
        (count,) = connection.execute(
            "SELECT count(*) FROM messages WHERE is_redacted AND text = ''"
        ).fetchone()
    return count == 1
