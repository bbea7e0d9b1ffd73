"""Messages are found in their conversation before they are in its index, and after."""

from dataclasses import replace

import pytest

from server.storage.beginning import last_sequence
from server.storage.conversation_index import GROWTH, ConversationIndex
from server.storage.following_index import (
    NOTHING_TO_DO,
    SECONDS_AFTER_A_FAILURE,
    SHORTEST_PAUSE,
)
from server.storage.history import HistoryReader
from server.storage.pruning import SECONDS_BETWEEN_ROUNDS, Limits, Pruning
from server.storage.schema import open_for_reading, open_for_writing
from server.storage.searcher import Searcher
from server.world.page import Page
from server.world.redaction import MessageRedacted
from server.world.search import Search
from server.world.staying import TalkMoved
from tests.server.storage.test_journal import numbers, said
from tests.server.storage.test_pruning import happened
from tests.server.storage.test_schema import make_first_version


@pytest.fixture
def read(tmp_path, connection):
    """Give the numbers of what a conversation's reader finds."""
    reader = HistoryReader(open_for_reading(tmp_path / "history.db"))
    yield lambda target="#a": numbers(
        reader.page(Page(target, 0, 100, with_events=True))
    )
    reader.close()


@pytest.fixture(params=[0, 3, 6], ids="{} indexed".format)
def six(connection, record, request):
    """Record messages 1 to 6, some of which are indexed."""
    record(*(said(number) for number in range(1, request.param + 1)))
    ConversationIndex(connection).work()
    record(*(said(number) for number in range(request.param + 1, 7)))


def indexed(connection):
    rows = connection.execute("SELECT target, sequence FROM conversation_index")
    return rows.fetchall()


def test_what_was_said_is_indexed_by_its_conversation(connection, record, read):
    record(said(1), said(2, "#b"), said(3))

    assert ConversationIndex(connection).work() == NOTHING_TO_DO

    assert indexed(connection) == [("#a", 1), ("#a", 3), ("#b", 2)]
    assert (read("#a"), read("#b")) == ([1, 3], [2])


def test_of_many_messages_a_share_is_indexed_at_once(connection, record, read):
    record(*(said(number) for number in range(1, 4)))
    index = ConversationIndex(connection, replace(GROWTH, rows_a_step=2))

    pauses = [index.work()]
    some = read()
    pauses.append(index.work())

    assert pauses == [SHORTEST_PAUSE, NOTHING_TO_DO]
    assert some == read() == [1, 2, 3]


@pytest.mark.usefixtures("six")
def test_what_is_pruned_leaves_the_index(connection, read):
    pruning = Pruning(connection, Limits(max_messages=2), lambda: 0, {"#a": 0}, 0)
    while pruning.work() != SECONDS_BETWEEN_ROUNDS:
        pass
    ConversationIndex(connection).work()

    assert read() == [5, 6]
    assert indexed(connection) == [("#a", 5), ("#a", 6)]


@pytest.mark.usefixtures("six")
def test_what_becomes_another_conversations_is_read_there(connection, record, read):
    record(TalkMoved("#a", "#b"))

    assert (read("#a"), read("#b")) == ([], [1, 2, 3, 4, 5, 6])
    ConversationIndex(connection).work()
    assert indexed(connection) == [("#b", number) for number in range(1, 7)]


@pytest.mark.usefixtures("six")
def test_what_was_taken_back_is_read_no_more(record, read):
    for number in (2, 5):
        trace = happened(number + 10)
        record(MessageRedacted(None, None, None, said(number).message, trace))

    assert read() == [1, 3, 4, 6, 12, 15]


def test_what_is_said_just_before_the_talk_moves_moves_with_it(record, read):
    record(said(1), happened(2), TalkMoved("#a", "#b"), said(3))

    assert (read("#a"), read("#b")) == ([3], [1, 2])


def test_what_is_taken_back_as_soon_as_it_is_said_is_not_read(record, read):
    record(said(1), MessageRedacted(None, None, None, said(1).message, happened(2)))

    assert read() == [2]


@pytest.mark.usefixtures("six")
@pytest.mark.parametrize(
    ("search", "expected"),
    [
        (Search({"#a": 0}, 4), [3, 4, 5, 6]),
        (Search({"#a": 0}, 4, after=0), [1, 2, 3, 4]),
        (Search({"#a": 3}, 9, before=45), [3, 4]),
    ],
)
def test_one_conversation_is_searched_in_both_orders(connection, search, expected):
    assert numbers(Searcher(connection).find(search)) == expected


def test_the_messages_of_older_servers_are_in_the_index(tmp_path):
    make_first_version(tmp_path / "history.db")

    connection = open_for_writing(tmp_path / "history.db", "power")
    found, last = indexed(connection), last_sequence(connection)
    pause = ConversationIndex(connection).work()
    connection.close()

    assert found == [("#lobby", 5)]
    assert (last, pause) == (5, NOTHING_TO_DO)


def test_no_number_comes_again_that_the_index_has_passed(connection, record):
    record(said(7))
    ConversationIndex(connection).work()

    connection.execute("DELETE FROM messages")

    assert last_sequence(connection) == 7


def test_a_failure_is_tried_again_later(connection, record, read, caplog):
    record(said(1))
    connection.execute(
        "CREATE TRIGGER refuse BEFORE INSERT ON conversation_index "
        "BEGIN SELECT raise(ABORT, 'no'); END"
    )
    index = ConversationIndex(connection)

    assert index.work() == SECONDS_AFTER_A_FAILURE
    assert index.has_failed
    assert "could not be indexed" in caplog.text
    assert read() == [1]

    connection.execute("DROP TRIGGER refuse")
    assert index.work() == NOTHING_TO_DO
    assert not index.has_failed


def test_what_the_disk_refuses_is_told_in_the_log(connection, record, caplog):
    record(said(1))
    connection.create_function("fail", 0, connection.interrupt)
    connection.execute(
        "CREATE TRIGGER fail BEFORE INSERT ON conversation_index "
        "BEGIN SELECT fail(); END"
    )

    assert ConversationIndex(connection).work() == SECONDS_AFTER_A_FAILURE

    assert "could not be indexed: interrupted" in caplog.text
