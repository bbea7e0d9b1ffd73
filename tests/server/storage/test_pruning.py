"""What is deleted of a history, and how little of it at a time."""

import sqlite3

from server.storage.journal import Journal
from server.storage.pruning import (
    MILLISECONDS_A_DAY,
    ROWS_A_STEP,
    SECONDS_AFTER_A_FAILURE,
    SECONDS_BETWEEN_ROUNDS,
    SECONDS_REMEMBERED,
    Limits,
    Pruning,
)
from server.world.message_events import MessageRepeated
from server.world.page import PastLine
from tests.server.storage.test_journal import said

NOW = 100 * MILLISECONDS_A_DAY
KEPT = {"#a": 0, "#b": 0}


def make_pruning(connection, *, kept=KEPT, last_sequence=0, **limits) -> Pruning:
    return Pruning(
        connection, Limits(**limits), lambda: NOW // 1000, kept, last_sequence
    )


def finish(pruning: Pruning) -> int:
    """Let it do all there is to do now, and give in how many slices."""
    slices = 1
    while pruning.work() != SECONDS_BETWEEN_ROUNDS:
        slices += 1
    return slices


def left(connection, target: str, table: str = "messages") -> list[int]:
    query = f"SELECT sequence FROM {table} WHERE target = ? ORDER BY sequence"  # noqa: S608 - a table of ours
    return [row[0] for row in connection.execute(query, (target,))]


def happened(sequence: int, target: str = "#a", time: int = 0) -> PastLine:
    return PastLine(target, sequence, time, ":anna!anna@host JOIN #a")


def test_what_was_said_where_nobody_is_any_more_goes(connection, record):
    record(said(1), said(2, "#gone"), said(3, "a b"), happened(4, "#gone"), said(5))

    finish(make_pruning(connection, last_sequence=5))

    assert left(connection, "#a") == [1, 5]
    assert left(connection, "#gone") == left(connection, "a b") == []
    assert left(connection, "#gone", "past_lines") == []


def test_what_was_said_since_the_start_stays(connection, record):
    record(said(1, "#new"), said(2, "#new"))

    finish(make_pruning(connection, last_sequence=1))

    assert left(connection, "#new") == [2]


def test_what_an_earlier_room_of_the_name_heard_goes(connection, record):
    record(*map(said, range(1, 6)))

    finish(make_pruning(connection, kept={"#a": 4}, last_sequence=5))

    assert left(connection, "#a") == [4, 5]


def test_of_each_conversation_the_newest_stay(connection, record):
    record(*map(said, range(1, 31)), *(said(number, "#b") for number in (40, 41)))
    record(*(happened(number) for number in range(50, 80)))

    finish(make_pruning(connection, max_messages=10))

    assert left(connection, "#a") == list(range(21, 31))
    assert left(connection, "#b") == [40, 41]
    assert left(connection, "#a", "past_lines") == list(range(70, 80))


def test_what_is_older_than_some_days_goes(connection, record):
    record(*(said(number, time=number * MILLISECONDS_A_DAY) for number in range(1, 99)))
    record(happened(100, time=MILLISECONDS_A_DAY), happened(101, time=NOW))

    finish(make_pruning(connection, keep_days=7))

    assert left(connection, "#a") == [93, 94, 95, 96, 97, 98]
    assert left(connection, "#a", "past_lines") == [101]


def test_without_limits_everything_stays(connection, record):
    record(*map(said, range(1, 1000)), happened(2000))

    finish(make_pruning(connection, last_sequence=2000))

    assert len(left(connection, "#a")) == 999
    assert left(connection, "#a", "past_lines") == [2000]


def test_what_happened_has_a_limit_of_its_own(connection, record, mocker):
    mocker.patch("server.storage.pruning.MOST_PAST_LINES", 3)
    record(said(1), *(happened(number) for number in range(2, 9)))

    finish(make_pruning(connection))

    assert left(connection, "#a", "past_lines") == [6, 7, 8]


def test_a_room_that_ends_is_forgotten_at_once(connection, record):
    pruning = make_pruning(connection)
    finish(pruning)
    record(*map(said, range(1, 6)), happened(6))

    pruning.forget("#a", 4)
    finish(pruning)

    assert left(connection, "#a") == [4, 5]
    assert left(connection, "#a", "past_lines") == [6]


def test_a_room_whose_words_the_disk_refused_to_delete_is_forgotten_later(
    connection, record
):
    pruning = make_pruning(connection)
    finish(pruning)
    record(*map(said, range(1, 6)))
    pruning.forget("#a", 4)
    connection.execute("PRAGMA query_only = ON")

    first = pruning.work()
    connection.execute("PRAGMA query_only = OFF")
    finish(pruning)

    assert first == SECONDS_AFTER_A_FAILURE
    assert left(connection, "#a") == [4, 5]


def test_much_is_deleted_in_many_slices_none_of_which_is_long(connection, record):
    record(*(said(number, "#gone") for number in range(1, 5001)))
    ticks = iter(range(1_000_000))
    pruning = Pruning(connection, Limits(), lambda: NOW, KEPT, 5000, ticks.__next__)

    pruning.work()
    pruning.work()
    left_after_two = len(left(connection, "#gone"))
    slices = finish(pruning)

    assert left_after_two == 5000 - ROWS_A_STEP
    assert slices > 20
    assert left(connection, "#gone") == []


def test_a_round_that_the_disk_refused_is_done_later(connection, record):
    record(said(1, "#gone"))
    pruning = make_pruning(connection, last_sequence=1)
    pruning._monotonic = lambda: 0.0  # a slice has all the time it needs
    connection.execute("PRAGMA query_only = ON")

    first = pruning.work()
    connection.execute("PRAGMA query_only = OFF")
    finish(pruning)

    assert first == SECONDS_BETWEEN_ROUNDS
    assert left(connection, "#gone") == []


def test_a_message_that_was_deleted_may_be_repeated(connection):
    pruning = make_pruning(connection, max_messages=1)
    journal = Journal(connection, pruning)
    journal.record([[said(1), said(2)]])
    finish(pruning)
    repeated = [MessageRepeated(None, said(1).message, is_kept=True)]
    lost = [MessageRepeated(None, said(3).message, is_kept=True)]

    assert journal.record_apart([repeated, lost]) == {1}


def test_what_was_deleted_long_ago_is_remembered_no_more(connection):
    now = 0.0
    pruning = Pruning(connection, Limits(), lambda: 0, KEPT, 0, lambda: now)
    pruning.forget("#gone", 2)
    pruning.work()
    at_once = pruning.covers("#gone", 1)

    for target in ("#later", "#much-later"):
        now += SECONDS_REMEMBERED
        pruning.forget(target, 2)
        pruning.work()

    assert at_once
    assert not pruning.covers("#gone", 1)
    assert pruning.covers("#later", 1)


def test_a_database_that_another_program_holds_is_left_alone(tmp_path, record):
    record(said(1, "#gone"))
    foreign = sqlite3.connect(tmp_path / "history.db", isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")
    impatient = sqlite3.connect(
        tmp_path / "history.db", timeout=0, isolation_level=None
    )

    finish(make_pruning(impatient, last_sequence=1))
    kept = left(foreign, "#gone")
    foreign.close()
    impatient.close()

    assert kept == [1]
