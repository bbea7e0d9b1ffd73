"""Words that were deleted are in none of the history's files."""

import pytest

from server.storage.erasing import (
    NOTHING_TO_DO,
    SECONDS_AFTER_A_FAILURE,
    SECONDS_AFTER_THE_START,
    SECONDS_BETWEEN_ERASURES,
    Erasing,
)
from server.storage.schema import open_for_reading, open_for_writing
from server.storage.word_index import WordIndex

WORD = "xyzzyplugh"


class Watch:
    """A clock that goes when it is told to."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "history.db"


@pytest.fixture
def connection(path):
    connection = open_for_writing(path, "process")
    yield connection
    connection.close()


@pytest.fixture
def history(connection):
    """Messages that are indexed, some at a time; the word is in one of them."""
    index = WordIndex(connection)
    for number in range(1, 200):
        words = f"message {number} {WORD if number == 70 else ''}"
        connection.execute(
            "INSERT INTO messages (sequence, time, target, target_name, source,"
            " command, text, tags) VALUES (?, 0, '#a', '#a', 'a!b@c', 'NOTICE', ?, '')",
            (number, words),
        )
        index.work()
    return connection


@pytest.fixture
def erasing(history, watch):
    return Erasing(history, watch)


def take_back(connection):
    connection.execute(
        "UPDATE messages SET text = '', is_redacted = 1 WHERE sequence = 70"
    )


def finish(erasing):
    while erasing.work() != NOTHING_TO_DO:
        pass


def files_with_the_word(path):
    return [
        each.name
        for each in path.parent.iterdir()
        if WORD.encode() in each.read_bytes()
    ]


def test_a_word_that_was_taken_back_is_in_no_file_any_more(history, erasing, path):
    take_back(history)
    before = files_with_the_word(path)

    erasing.want()
    finish(erasing)

    assert before
    assert files_with_the_word(path) == []
    history.execute(
        "INSERT INTO message_words (message_words) VALUES ('integrity-check')"
    )


def test_all_else_is_found_as_before(history, erasing):
    take_back(history)
    erasing.want()
    finish(erasing)

    query = "SELECT count(*) FROM message_words WHERE message_words MATCH 'message'"
    assert history.execute(query).fetchone() == (198,)


def test_without_a_deleted_word_there_is_nothing_to_do(erasing):
    assert erasing.work() == NOTHING_TO_DO


def test_it_is_done_seldom(history, erasing, watch):
    erasing.want()
    finish(erasing)

    erasing.want()
    pause = erasing.work()
    watch.now += pause

    assert pause == SECONDS_BETWEEN_ERASURES
    assert erasing.work() < SECONDS_BETWEEN_ERASURES


def test_who_reads_meanwhile_is_not_disturbed_and_it_is_tried_again(
    history, erasing, path
):
    reader = open_for_reading(path)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM messages").fetchone()
    take_back(history)
    erasing.want()
    for _ in range(50):
        erasing.work()
    assert files_with_the_word(path)

    reader.close()
    finish(erasing)

    assert files_with_the_word(path) == []


def test_a_failure_is_tried_again_later(history, erasing, caplog):
    erasing.want()
    history.execute("PRAGMA query_only = ON")

    assert erasing.work() == SECONDS_AFTER_A_FAILURE
    assert erasing.has_failed
    assert "could not be erased" in caplog.text

    history.execute("PRAGMA query_only = OFF")
    finish(erasing)
    assert not erasing.has_failed


def test_what_another_server_left_is_erased_some_time_after_the_start(
    history, erasing, watch, path
):
    take_back(history)
    erasing.want_what_is_left()
    pause = erasing.work()
    assert pause == SECONDS_AFTER_THE_START
    assert files_with_the_word(path)

    watch.now += pause
    finish(erasing)

    assert files_with_the_word(path) == []
