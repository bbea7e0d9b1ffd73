"""A line that is damaged on the disk takes nothing with it but itself."""

import sqlite3
from datetime import timedelta

import pytest

from chatapp.models.entities import MessageKind
from chatapp.models.session.facts import ReactionTold
from chatapp.models.storage.amendments import amend
from chatapp.models.storage.attached import keep_reactions
from chatapp.models.storage.lines import find_past, lines_before, newest_lines
from chatapp.models.storage.periods import edge_of_period, lines_of_period
from chatapp.models.storage.spans import append_line
from tests.chatapp.models.fakes import NOON
from tests.chatapp.models.storage.rooms_on_disk import said

Database = sqlite3.Connection
DAMAGES = [
    "kind = 'NO SUCH KIND'",
    "change = 'NO SUCH CHANGE'",
    "time = 9223372036854775807",
    "time = 'never'",
    "time = 9e999",
    "text = X'00ff'",
    "sender = X'00ff'",
    "edits = X'00ff'",
    "edited_at = 'never'",
]


@pytest.fixture
def ten(connection: Database, room: int) -> int:
    """A room with ten lines in one span."""
    for number in range(10):
        append_line(connection, room, said(number))
    return room


def break_line(connection: Database, damage: str) -> None:
    connection.execute(f"UPDATE lines SET {damage} WHERE msgid = 'm4'")  # noqa: S608 - constants


def numbers(lines: list) -> list[int]:
    return [int(line.text.removeprefix("line ")) for line in lines]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_line_hides_no_other(
    connection: Database, ten: int, damage: str
) -> None:
    break_line(connection, damage)

    page = newest_lines(connection, ten, "#lobby", 10)

    assert numbers(page) == [0, 1, 2, 3, 5, 6, 7, 8, 9]


def test_a_page_is_as_long_as_ever_beside_damaged_lines(
    connection: Database, ten: int
) -> None:
    connection.execute("UPDATE lines SET kind = '?' WHERE msgid IN ('m7', 'm6', 'm5')")
    spot = find_past(connection, ten, said(8))
    assert spot is not None

    page = lines_before(connection, ten, "#lobby", spot, 3)

    assert numbers(page) == [2, 3, 4]


def test_words_with_a_damaged_byte_are_read_as_far_as_they_can_be(
    connection: Database, ten: int
) -> None:
    connection.execute(
        "UPDATE lines SET text = CAST(X'6f6bff' AS TEXT) WHERE msgid = 'm4'"
    )

    page = newest_lines(connection, ten, "#lobby", 10)

    assert page[4].text == "ok\ufffd"


@pytest.mark.parametrize("damage", DAMAGES[:2])
def test_an_export_has_all_but_what_is_damaged(
    connection: Database, ten: int, damage: str
) -> None:
    break_line(connection, damage)

    lines = list(lines_of_period(connection, ten, "#lobby", None, None))

    assert numbers(lines) == [0, 1, 2, 3, 5, 6, 7, 8, 9]


def test_the_past_is_asked_for_from_the_oldest_line_that_makes_sense(
    connection: Database, ten: int
) -> None:
    connection.execute("UPDATE lines SET kind = '?' WHERE msgid IN ('m0', 'm1')")

    edge = edge_of_period(connection, ten, "#lobby", None)

    assert edge is not None
    assert edge.line.msgid == "m2"


def test_an_edit_of_a_damaged_line_breaks_nothing(
    connection: Database, ten: int
) -> None:
    connection.execute("UPDATE lines SET time = 'never' WHERE msgid = 'm4'")
    edit = said(11, kind=MessageKind.EDIT, target="m4", text="new")

    append_line(connection, ten, edit)
    amend(connection, ten, [edit])

    assert len(newest_lines(connection, ten, "#lobby", 20)) == 10


def test_a_damaged_reaction_hides_no_line_and_no_other_reaction(
    connection: Database, ten: int
) -> None:
    told = [
        ReactionTold("#lobby", "m4", emoji, "Ann", NOON + timedelta(seconds=1))
        for emoji in "ab"
    ]
    keep_reactions(connection, ten, told)
    connection.execute("UPDATE reactions SET time = 'never' WHERE emoji = 'a'")

    page = newest_lines(connection, ten, "#lobby", 10)

    assert [each.emoji for each in page[4].reactions] == ["b"]


def test_an_answer_to_a_damaged_line_is_read(connection: Database, ten: int) -> None:
    append_line(connection, ten, said(10, reply_to="m4"))
    connection.execute("UPDATE lines SET text = X'00ff' WHERE msgid = 'm4'")

    (answer,) = newest_lines(connection, ten, "#lobby", 1)

    assert answer.quote is not None
    assert isinstance(answer.quote.text, str)
