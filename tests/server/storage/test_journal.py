import sqlite3

import pytest

from server.storage.history import HistoryReader
from server.storage.journal import Journal, Unrecorded
from server.storage.lock import StorageLock
from server.storage.schema import UnusableStorage, open_for_reading, open_for_writing
from server.world.chat_message import ChatMessage
from server.world.message_events import MessageRepeated, MessageSent
from server.world.page import Edge, Page


def said(sequence: int, target: str = "#a", time: int | None = None) -> MessageSent:
    message = ChatMessage(
        sequence,
        sequence * 10 if time is None else time,
        "anna!anna@host",
        None,
        "PRIVMSG",
        target,
        target,
        f"text {sequence}",
        "+x=1",
    )
    return MessageSent(None, None, None, message, None, is_kept=True)


class NothingDeleted:
    """No message was deleted."""

    def covers(self, target: str, sequence: int) -> bool:
        return False


@pytest.fixture
def path(tmp_path):
    return tmp_path / "folder" / "history.db"


@pytest.fixture
def journal(path):
    journal = Journal(open_for_writing(path, "process"), NothingDeleted())
    yield journal
    journal.close()


@pytest.fixture
def reader(journal, path):
    reader = HistoryReader(open_for_reading(path))
    yield reader
    reader.close()


def numbers(messages):
    return [message.sequence for message in messages]


def test_a_message_is_read_as_it_was_written(journal, reader):
    journal.record([[said(1)]])

    assert reader.page(Page("#a", 0, 10)) == [said(1).message]


def test_more_messages_than_fit_one_statement_are_written(journal, reader):
    journal.record([[said(number)] for number in range(1, 101)])

    assert numbers(reader.page(Page("#a", 0, 1000))) == list(range(1, 101))


def test_a_page_holds_the_newest_within_its_bounds(journal, reader):
    journal.record([[said(number) for number in range(1, 11)], [said(11, "#b")]])

    assert numbers(reader.page(Page("#a", 0, 3))) == [8, 9, 10]
    assert numbers(reader.page(Page("#a", 9, 3))) == [9, 10]
    assert numbers(reader.page(Page("#a", 0, 2, before=Edge(sequence=5)))) == [3, 4]
    assert numbers(reader.page(Page("#a", 0, 2, before=Edge(time=50)))) == [3, 4]
    assert numbers(reader.page(Page("#a", 0, 9, after=Edge(time=80)))) == [9, 10]
    assert numbers(reader.page(Page("#a", 0, 9, after=Edge(time=500)))) == []
    assert numbers(reader.page(Page("#c", 0, 9, before=Edge(time=50)))) == []


def test_of_commands_recorded_apart_the_wrong_one_fails_alone(journal, reader):
    journal.record([[said(1)]])

    failed = journal.record_apart([[said(2)], [said(3), said(1)], [said(4)]])

    assert failed == frozenset({1})
    assert numbers(reader.page(Page("#a", 0, 9))) == [1, 2, 4]


def test_a_transaction_that_fails_leaves_nothing(journal, reader):
    with pytest.raises(Unrecorded):
        journal.record([[said(1)], [said(1)]])

    assert reader.page(Page("#a", 0, 9)) == []


def test_a_command_of_several_messages_is_written_whole_or_not_at_all(journal, reader):
    journal.record([[said(3)]])

    with pytest.raises(Unrecorded):
        journal.record([[said(1), said(2), said(3), said(4)]])
    failed = journal.record_apart([[said(1), said(2), said(3)], [said(4), said(5)]])

    assert failed == {0}
    assert numbers(reader.page(Page("#a", 0, 10))) == [3, 4, 5]


def test_a_full_disk_leaves_nothing_of_what_did_not_fit(journal, reader):
    journal.record([[said(1)]])
    (pages,) = journal._connection.execute("PRAGMA page_count").fetchone()
    journal._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    many = [[said(number) for number in range(2, 200)]]

    with pytest.raises(Unrecorded):
        journal.record(many)
    failed = journal.record_apart([*many, [said(200)]])
    journal.record([[said(201)]])

    assert failed == {0}
    assert numbers(reader.page(Page("#a", 0, 1000))) == [1, 200, 201]


def test_a_repeated_message_needs_its_first_one(journal):
    repeated = MessageRepeated(None, said(1).message, is_kept=True)

    assert journal.record_apart([[repeated]]) == frozenset({0})

    journal.record([[said(1)]])

    assert journal.record_apart([[repeated]]) == frozenset()


def test_a_second_server_does_not_get_the_same_history(path):
    lock = StorageLock(path)

    with pytest.raises(UnusableStorage, match="Another chatapp-server"):
        StorageLock(path)

    lock.close()
    StorageLock(path).close()


def test_a_file_of_a_newer_server_is_not_touched(path):
    open_for_writing(path, "power").close()
    foreign = sqlite3.connect(path)
    foreign.execute("PRAGMA user_version = 99")
    foreign.close()

    with pytest.raises(UnusableStorage, match="newer chatapp-server"):
        open_for_writing(path, "power")


def test_a_file_that_is_no_database_is_refused(path):
    path.parent.mkdir()
    path.write_text("This is a letter to my grandmother. " * 50, encoding="utf-8")

    with pytest.raises(UnusableStorage, match="cannot be kept"):
        open_for_writing(path, "power")


def test_a_folder_that_cannot_be_made_is_refused(path):
    path.parent.write_text("", encoding="utf-8")

    with pytest.raises(UnusableStorage, match="cannot be kept"):
        open_for_writing(path, "power")


def test_a_fault_of_the_program_takes_back_what_it_wrote_and_no_more(journal, reader):
    with pytest.raises(Unrecorded, match="KeyError"):
        journal.record([[said(1), object()]])

    failed = journal.record_apart([[said(2)], [said(3), object()], [said(4)]])

    assert failed == frozenset({1})
    assert numbers(reader.page(Page("#a", 0, 9))) == [2, 4]
