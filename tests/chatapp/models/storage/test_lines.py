"""Lines keep everything on their way to the disk and back."""

import sqlite3
from dataclasses import replace

import pytest

from chatapp.models.entities import Change, MessageKind
from chatapp.models.storage.lines import (
    find_heard,
    find_past,
    lines_after,
    lines_before,
    newest_lines,
)
from chatapp.models.storage.spans import append_line, begin_span
from tests.chatapp.models.storage.rooms_on_disk import joined, make_room, said

Database = sqlite3.Connection


@pytest.fixture
def ten(connection: Database, room: int) -> int:
    """A room with ten lines in one span."""
    for number in range(10):
        append_line(connection, room, said(number))
    return room


def numbers(lines: list) -> list[str]:
    return [line.text.removeprefix("line ") for line in lines]


def test_a_line_comes_back_as_it_was(connection: Database, room: int) -> None:
    line = said(
        1,
        kind=MessageKind.CHANGE,
        change=Change.KICKED,
        target="Bob",
        client_id="c1",
        mine=True,
        mentions_me=True,
    )

    append_line(connection, room, line)
    (read,) = newest_lines(connection, room, "#Lobby", 1)

    assert read == replace(line, key=read.key, room="#Lobby")


def test_a_line_has_the_same_key_each_time(connection: Database, ten: int) -> None:
    first = newest_lines(connection, ten, "#lobby", 10)

    assert newest_lines(connection, ten, "#lobby", 10) == first
    assert len({line.key for line in first}) == 10


def test_pages_are_read_from_a_line_on(connection: Database, ten: int) -> None:
    spot = find_past(connection, ten, said(5))

    before = lines_before(connection, ten, "#lobby", spot, 3)
    after = lines_after(connection, ten, "#lobby", spot, 3)

    assert numbers(before) == ["2", "3", "4"]
    assert numbers(after) == ["6", "7", "8"]


def test_the_newest_lines_are_those_of_the_newest_span_with_any(
    connection: Database, ten: int
) -> None:
    begin_span(connection, ten)
    append_line(connection, ten, said(20))
    begin_span(connection, ten)

    assert numbers(newest_lines(connection, ten, "#lobby", 5)) == ["20"]


def test_a_line_is_found_in_its_own_room_only(connection: Database, ten: int) -> None:
    other = make_room(connection, "#other")

    assert find_past(connection, ten, said(5)) is not None
    assert find_past(connection, other, said(5)) is None


def test_only_changes_are_repeated_without_an_id(
    connection: Database, room: int
) -> None:
    append_line(connection, room, joined(1))
    append_line(connection, room, said(2, msgid=""))

    assert find_heard(connection, room, joined(1, "later")) is not None
    assert find_heard(connection, room, said(2, msgid="")) is None
    assert find_past(connection, room, said(2, msgid="")) is not None
