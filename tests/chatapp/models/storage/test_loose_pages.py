"""A page that touches nothing that is kept stands where it belongs by its time."""

import sqlite3

import pytest

from chatapp.models.storage.spans import (
    Reach,
    absorb_loose_page,
    absorb_page,
    append_line,
    begin_span,
    is_complete,
    newest_span,
)
from tests.chatapp.models.storage.rooms_on_disk import (
    all_said,
    make_room,
    said,
    spans_of,
)

Database = sqlite3.Connection


@pytest.fixture
def holey(connection: Database, room: int) -> int:
    """A room of which 10 and 11 are kept, 40 and 41, and since then 70."""
    for numbers in ((10, 11), (40, 41), (70,)):
        begin_span(connection, room)
        for number in numbers:
            append_line(connection, room, said(number))
    return room


@pytest.mark.parametrize(
    ("numbers", "spans"),
    [
        ((1, 2), [["1", "2"], ["10", "11"], ["40", "41"], ["70"]]),
        ((20, 21), [["10", "11"], ["20", "21"], ["40", "41"], ["70"]]),
        ((60, 61), [["10", "11"], ["40", "41"], ["60", "61"], ["70"]]),
        ((39, 40), [["10", "11"], ["39", "40", "41"], ["70"]]),
        ((11, 20, 40), [["10", "11", "20", "40", "41"], ["70"]]),
        ((), [["10", "11"], ["40", "41"], ["70"]]),
    ],
)
def test_a_page_stands_between_what_was_said_before_and_after_it(
    connection: Database, holey: int, numbers, spans
) -> None:
    absorb_loose_page(connection, holey, all_said(numbers))

    assert spans_of(connection, holey) == spans


def test_a_page_is_joined_by_what_comes_next(connection: Database, holey: int) -> None:
    absorb_loose_page(connection, holey, all_said((20, 21)))

    absorb_page(connection, holey, all_said((11, 12, 13)), said(20))

    assert spans_of(connection, holey)[0] == ["10", "11", "12", "13", "20", "21"]


def test_what_is_heard_next_stays_with_the_present(
    connection: Database, holey: int
) -> None:
    absorb_loose_page(connection, holey, all_said((20, 21)))
    append_line(connection, holey, said(71))

    assert spans_of(connection, holey)[-1] == ["70", "71"]


def test_another_room_and_the_first_word_are_left_alone(
    connection: Database, holey: int
) -> None:
    other = make_room(connection, "#other")
    append_line(connection, other, said(5))
    absorb_page(connection, holey, [], said(10), Reach.FIRST_WORD)

    absorb_loose_page(connection, holey, all_said((20, 21)))
    absorb_loose_page(connection, holey, all_said((30, 31)))

    (first,) = connection.execute(
        "SELECT min(span) FROM lines WHERE room = ?", (holey,)
    ).fetchone()
    assert is_complete(connection, first)
    assert spans_of(connection, holey)[1:3] == [["20", "21"], ["30", "31"]]
    assert spans_of(connection, other) == [["5"]]
    assert (newest_span(connection, other) or 0) > 0


def test_a_present_that_is_empty_yet_stays_the_present(
    connection: Database, room: int
) -> None:
    append_line(connection, room, said(40))
    begin_span(connection, room)

    absorb_loose_page(connection, room, all_said((20, 21)))
    append_line(connection, room, said(70))

    assert spans_of(connection, room) == [["20", "21"], ["40"], ["70"]]
