"""How far spans reach: whether something is missing before one, or nothing ever was."""

import sqlite3

import pytest

from chatapp.models.storage.rooms import keep_name
from chatapp.models.storage.spans import (
    Reach,
    absorb_page,
    append_line,
    begin_span,
    is_complete,
    newest_span,
)
from tests.chatapp.models.storage.rooms_on_disk import (
    all_said,
    hear,
    make_room,
    said,
    spans_of,
)

Database = sqlite3.Connection


def test_a_gap_in_which_nothing_was_said_is_none(
    connection: Database, room: int
) -> None:
    hear(connection, room, 1)
    begin_span(connection, room)

    absorb_page(connection, room, [], reach=Reach.JOINS_OLDER)
    hear(connection, room, 2)

    assert spans_of(connection, room) == [["1", "2"]]


def test_a_gap_before_which_a_full_disk_took_nothing_stays_one(
    connection: Database, room: int
) -> None:
    hear(connection, room, 1)
    begin_span(connection, room)
    hear(connection, room, 4)

    absorb_page(connection, room, [], reach=Reach.JOINS_OLDER, older=said(3))

    assert spans_of(connection, room) == [["1"], ["4"]]


def test_a_gap_in_which_nothing_was_said_since_what_is_kept_is_none(
    connection: Database, room: int
) -> None:
    hear(connection, room, 1)
    begin_span(connection, room)
    hear(connection, room, 2)

    absorb_page(connection, room, [], reach=Reach.JOINS_OLDER, older=said(1))

    assert spans_of(connection, room) == [["1", "2"]]


def test_a_page_may_end_where_the_older_span_begins_anew(
    connection: Database, room: int
) -> None:
    hear(connection, room, 1)
    begin_span(connection, room)
    hear(connection, room, 4)

    absorb_page(
        connection, room, all_said([2, 3]), beside=said(4), reach=Reach.JOINS_OLDER
    )

    assert spans_of(connection, room) == [["1", "2", "3", "4"]]


@pytest.mark.parametrize("numbers", [[], [1, 2]])
def test_the_first_word_ever_said_is_remembered(
    connection: Database, room: int, numbers: list[int]
) -> None:
    hear(connection, room, 3)

    absorb_page(
        connection, room, all_said(numbers), beside=said(3), reach=Reach.FIRST_WORD
    )

    assert is_complete(connection, newest_span(connection, room) or 0)


def test_what_was_complete_stays_so_when_it_is_joined(
    connection: Database, room: int
) -> None:
    absorb_page(connection, room, all_said([1, 2]), reach=Reach.FIRST_WORD)
    begin_span(connection, room)
    hear(connection, room, 3)

    absorb_page(connection, room, all_said([2, 3]))

    assert is_complete(connection, newest_span(connection, room) or 0)


def test_a_later_span_that_is_joined_is_not_complete_by_the_newer_one(
    connection: Database, room: int
) -> None:
    hear(connection, room, 1)
    begin_span(connection, room)
    absorb_page(connection, room, all_said([4]), reach=Reach.FIRST_WORD)

    absorb_page(connection, room, all_said([1, 2, 3]), beside=said(4))

    assert not is_complete(connection, newest_span(connection, room) or 0)


def test_what_is_heard_after_two_rooms_became_one_joins_neither(
    connection: Database, room: int
) -> None:
    other = make_room(connection, "ann")
    hear(connection, room, 5)
    append_line(connection, other, said(1))

    keep_name(connection, room, "ann", "Ann")
    hear(connection, room, 6)

    assert spans_of(connection, room) == [["5"], ["1"], ["6"]]
