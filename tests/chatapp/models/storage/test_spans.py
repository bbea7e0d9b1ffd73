"""Spans on the disk: nothing missing in one, nothing twice, pages in their place."""

import sqlite3

import pytest

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
    joined,
    said,
    spans_of,
)

Database = sqlite3.Connection


def test_what_is_heard_stands_in_its_order(connection: Database, room: int) -> None:
    hear(connection, room, 1, 2, 3)

    assert spans_of(connection, room) == [["1", "2", "3"]]


def test_what_is_heard_twice_stands_once(connection: Database, room: int) -> None:
    hear(connection, room, 1, 2, 1)

    assert spans_of(connection, room) == [["1", "2"]]


def test_who_says_the_same_twice_without_ids_is_heard_twice(
    connection: Database, room: int
) -> None:
    append_line(connection, room, said(1, msgid=""))
    append_line(connection, room, said(1, msgid=""))

    assert spans_of(connection, room) == [["1", "1"]]


def test_a_new_session_begins_a_span(connection: Database, room: int) -> None:
    hear(connection, room, 1)
    begin_span(connection, room)
    hear(connection, room, 5)

    assert spans_of(connection, room) == [["1"], ["5"]]


def test_sessions_in_which_nothing_is_heard_leave_no_spans(
    connection: Database, room: int
) -> None:
    spans = {begin_span(connection, room) for _session in range(5)}

    assert len(spans) == 1


def test_an_older_page_goes_before_what_is_known(
    connection: Database, room: int
) -> None:
    hear(connection, room, 5, 6)

    absorb_page(connection, room, all_said([3, 4]), beside=said(5))
    absorb_page(connection, room, all_said([1, 2]), beside=said(3))

    assert spans_of(connection, room) == [["1", "2", "3", "4", "5", "6"]]


def test_the_newest_page_goes_before_what_was_heard_since(
    connection: Database, room: int
) -> None:
    hear(connection, room, 3, 4)

    absorb_page(connection, room, all_said([1, 2, 3]))

    assert spans_of(connection, room) == [["1", "2", "3", "4"]]


def test_a_page_that_reaches_an_older_span_joins_the_two(
    connection: Database, room: int
) -> None:
    hear(connection, room, 1, 2, 3)
    begin_span(connection, room)
    hear(connection, room, 6)

    absorb_page(connection, room, all_said([3, 4, 5, 6]))

    assert spans_of(connection, room) == [["1", "2", "3", "4", "5", "6"]]


def test_the_shorter_of_two_spans_moves(connection: Database, room: int) -> None:
    hear(connection, room, 1)
    begin_span(connection, room)
    hear(connection, room, 3, 4, 5)

    absorb_page(connection, room, all_said([1, 2]), beside=said(3))

    assert spans_of(connection, room) == [["1", "2", "3", "4", "5"]]


def test_a_page_fills_holes_between_several_spans(
    connection: Database, room: int
) -> None:
    for number in (1, 3, 5):
        begin_span(connection, room)
        hear(connection, room, number)

    absorb_page(connection, room, all_said([1, 2, 3, 4]), beside=said(5))

    assert spans_of(connection, room) == [["1", "2", "3", "4", "5"]]


def test_a_page_beside_a_line_that_is_not_kept_goes_where_its_own_lines_are(
    connection: Database, room: int
) -> None:
    hear(connection, room, 1, 2)
    begin_span(connection, room)
    hear(connection, room, 9)

    absorb_page(connection, room, all_said([2, 3]), beside=said(4))

    assert spans_of(connection, room) == [["1", "2", "3"], ["9"]]


@pytest.mark.parametrize("numbers", [[], [5, 6]])
@pytest.mark.parametrize("reach", Reach)
def test_a_page_of_which_nothing_is_kept_around_is_not_kept(
    connection: Database, room: int, numbers: list[int], reach: Reach
) -> None:
    hear(connection, room, 1)
    begin_span(connection, room)
    hear(connection, room, 9)

    absorb_page(connection, room, all_said(numbers), beside=said(7), reach=reach)

    assert spans_of(connection, room) == [["1"], ["9"]]
    assert not is_complete(connection, newest_span(connection, room) or 0)


def test_new_lines_go_between_known_ones_in_the_pages_order(
    connection: Database, room: int
) -> None:
    hear(connection, room, 1, 4, 6, 8)

    absorb_page(connection, room, all_said([1, 2, 3, 4, 5, 6, 7]))

    assert spans_of(connection, room) == [["1", "2", "3", "4", "5", "6", "7", "8"]]


def test_a_page_that_is_known_changes_nothing(connection: Database, room: int) -> None:
    hear(connection, room, 1, 2, 3)

    absorb_page(connection, room, all_said([1, 2, 3]))
    absorb_page(connection, room, all_said([1, 2, 3]))

    assert spans_of(connection, room) == [["1", "2", "3"]]


def test_a_page_that_names_a_line_twice_adds_it_once(
    connection: Database, room: int
) -> None:
    absorb_page(connection, room, [*all_said([1, 2]), said(1)])

    assert spans_of(connection, room) == [["1", "2"]]


def test_a_change_without_an_id_is_known_again_in_a_page(
    connection: Database, room: int
) -> None:
    append_line(connection, room, joined(1))
    hear(connection, room, 2)

    absorb_page(connection, room, [joined(1, "j1"), said(2)])

    assert spans_of(connection, room) == [["", "2"]]


def test_words_without_ids_are_known_again_by_their_time(
    connection: Database, room: int
) -> None:
    append_line(connection, room, said(2, msgid=""))

    absorb_page(connection, room, [said(1, msgid=""), said(2, msgid="")])

    assert spans_of(connection, room) == [["1", "2"]]
