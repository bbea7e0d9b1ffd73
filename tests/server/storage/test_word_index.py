"""The index of words holds what was said, and nothing that is gone."""

from dataclasses import replace

import pytest

from server.storage.following_index import NOTHING_TO_DO, SECONDS_AFTER_A_FAILURE
from server.storage.pruning import SECONDS_BETWEEN_ROUNDS, Limits, Pruning
from server.storage.schema import open_for_writing
from server.storage.searcher import Searcher
from server.storage.upkeep import Upkeep
from server.storage.versions import VERSIONS
from server.storage.word_index import GROWTH, WordIndex
from server.world.page import PastLine
from server.world.redaction import MessageRedacted
from server.world.search import Search
from tests.server.storage.test_journal import said
from tests.server.storage.test_schema import make_first_version


def rose(number, text="a rose"):
    event = said(number)
    return replace(event, message=event.message._replace(text=text))


def indexed(connection, word="rose"):
    """Give the numbers of the messages that the index has for a word."""
    query = "SELECT rowid FROM message_words WHERE message_words MATCH ? ORDER BY rowid"
    return [row[0] for row in connection.execute(query, (word,))]


def finish(index):
    while index.work() != NOTHING_TO_DO:
        pass


def test_what_was_said_is_indexed(connection, record):
    record(rose(1), rose(2, "a tulip"), rose(3))

    finish(WordIndex(connection))

    assert indexed(connection) == [1, 3]


def test_a_slice_of_time_ends_between_two_steps(connection, record):
    record(*(rose(number) for number in range(1, 2 * GROWTH.rows_a_step + 2)))
    index = WordIndex(connection, iter(range(100)).__next__)

    pause = index.work()

    assert pause < NOTHING_TO_DO
    assert len(indexed(connection)) == GROWTH.rows_a_step


def test_what_is_pruned_leaves_the_index(connection, record):
    record(*(rose(number) for number in range(1, 8)))
    finish(WordIndex(connection))

    pruning = Pruning(connection, Limits(max_messages=2), lambda: 0, {"#a": 0}, 0)
    while pruning.work() != SECONDS_BETWEEN_ROUNDS:
        pass

    assert indexed(connection) == [6, 7]


def test_what_is_pruned_before_it_is_indexed_harms_nothing(connection, record):
    record(*(rose(number) for number in range(1, 8)))

    connection.execute("DELETE FROM messages WHERE sequence < 6")
    finish(WordIndex(connection))

    assert indexed(connection) == [6, 7]


@pytest.mark.parametrize("is_indexed_first", [True, False])
def test_what_is_taken_back_leaves_the_index_and_can_be_pruned(
    connection, record, is_indexed_first
):
    record(rose(1), rose(2))
    index = WordIndex(connection)
    if is_indexed_first:
        finish(index)

    trace = PastLine("#a", 3, 0, ":anna!a@h REDACT #a 1")
    record(MessageRedacted(None, None, None, rose(1).message, trace))
    finish(index)

    assert indexed(connection) == [2]
    connection.execute("DELETE FROM messages WHERE sequence = 1")
    assert indexed(connection) == [2]


def test_the_messages_of_older_servers_are_indexed(tmp_path):
    make_first_version(tmp_path / "history.db")
    connection = open_for_writing(tmp_path / "history.db", "power")

    finish(WordIndex(connection))
    found = indexed(connection, "hello")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()

    assert found == [5]
    assert version == len(VERSIONS)


def test_a_failure_is_tried_again_later(connection, record, caplog):
    record(rose(1))
    connection.execute("ALTER TABLE word_index RENAME TO gone")
    index = WordIndex(connection)

    assert index.work() == SECONDS_AFTER_A_FAILURE
    assert index.has_failed
    assert "could not be indexed" in caplog.text

    connection.execute("ALTER TABLE gone RENAME TO word_index")
    finish(index)
    assert not index.has_failed


def test_words_are_found_by_the_index_and_behind_it(connection, record):
    record(rose(1), rose(2))
    finish(WordIndex(connection))
    record(rose(3))

    found = Searcher(connection).find(Search({"#a": 2}, 10, "ROSE"))

    assert [each.sequence for each in found] == [2, 3]


class Chore:
    """A chore that counts how often it was done."""

    def __init__(self, pause):
        self.pause, self.done, self.forgotten = pause, 0, []
        self.has_failed = False

    def work(self):
        self.done += 1
        return self.pause

    def forget(self, *values):
        self.forgotten.append(values)


def test_each_chore_is_done_when_it_is_due():
    now = [100.0]
    pruning, index = Chore(30.0), Chore(600.0)
    upkeep = Upkeep(pruning, (index,), lambda: now[0])

    assert upkeep.work() == 30.0
    now[0] += 30.0
    upkeep.work()

    assert (pruning.done, index.done) == (2, 1)


def test_what_was_said_is_indexed_soon_after():
    now = [100.0]
    pruning, index = Chore(600.0), Chore(600.0)
    upkeep = Upkeep(pruning, (index,), lambda: now[0])
    upkeep.work()

    now[0] += upkeep.recorded() + 0.001
    upkeep.work()

    assert (pruning.done, index.done) == (1, 2)


def test_who_says_something_does_not_cut_the_pause_after_a_failure_short():
    now = [100.0]
    index, erasing = Chore(60.0), Chore(60.0)
    index.has_failed = erasing.has_failed = True
    upkeep = Upkeep(Chore(600.0), (index, erasing), lambda: now[0])
    upkeep.work()

    now[0] += 10.0
    pause = upkeep.recorded()
    upkeep.work()

    assert pause == 50.0
    assert (index.done, erasing.done) == (1, 1)


def test_what_was_deleted_is_erased_soon_though_others_words_have_time():
    now = [100.0]
    erasing = Chore(120.0)  # what is left of an earlier server
    upkeep = Upkeep(Chore(600.0), (Chore(600.0), erasing), lambda: now[0])
    upkeep.work()

    now[0] += upkeep.recorded() + 0.001
    upkeep.work()

    assert erasing.done == 2


def test_what_has_ended_is_deleted_at_once():
    pruning = Chore(600.0)
    upkeep = Upkeep(pruning, (), lambda: 100.0)
    upkeep.work()

    upkeep.forget("#a", 7)
    upkeep.work()

    assert pruning.forgotten == [("#a", 7)]
    assert pruning.done == 2
