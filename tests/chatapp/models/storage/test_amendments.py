"""What is kept of messages follows their edits and deletions, in whichever order."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.models.entities import ChatMessage, MessageKind, Search
from chatapp.models.history.history import History
from chatapp.models.storage.amendments import amend
from chatapp.models.storage.lines import newest_lines
from chatapp.models.storage.schema import VERSIONS
from chatapp.models.storage.search import index_some, search
from chatapp.models.storage.spans import append_line
from tests.chatapp.models.messages.test_amending import BOB, deletion, edit, said
from tests.chatapp.models.storage.rooms_on_disk import make_room

Database = sqlite3.Connection
LINES = (
    said(),
    edit("m5", "first", second=5),
    edit("m6", "second", second=6),
    edit("m9", "not mine", author=BOB, second=9),
    deletion("m8", of="m6"),
)


def keep(connection: Database, room: int, *lines: ChatMessage) -> None:
    for line in lines:
        append_line(connection, room, line)
        amend(connection, room, [line])
        index_some(connection)


def told(lines: Iterable[ChatMessage]) -> dict[str, tuple[object, ...]]:
    return {
        line.msgid: (line.kind, line.text, line.target, set(line.edits), line.edited_at)
        for line in lines
    }


def found(connection: Database, words: str) -> list[str]:
    page = search(connection, 1, Search(words), "", 5)
    return [line.text for line in page.found]


def test_an_edited_message_comes_back_with_its_new_words(connection, room) -> None:
    keep(connection, room, said(), edit())

    line = newest_lines(connection, room, "#lobby", 2)[0]
    assert (line.text, line.edits) == ("hello", ("m5",))
    assert line.edited_at == edit().time


def test_it_is_found_by_its_new_words_only(connection, room) -> None:
    keep(connection, room, said(), edit())

    assert found(connection, "hello") == ["hello"]
    assert found(connection, "helo") == []


@pytest.mark.parametrize("lines", [(said(), deletion()), (deletion(), said())])
def test_a_deleted_message_is_found_no_more(connection, room, lines) -> None:
    keep(connection, room, *lines)

    texts = connection.execute("SELECT text FROM lines").fetchall()
    assert found(connection, "helo") == []
    assert texts == [("",), ("",)]


def test_what_another_person_says_it_is_now_does_not_count(connection, room) -> None:
    keep(connection, room, said(), edit(author=BOB))

    assert newest_lines(connection, room, "#lobby", 2)[0].text == "helo"


def test_each_room_has_its_own(connection, room) -> None:
    keep(connection, room, said())

    keep(connection, make_room(connection, "#other"), edit(), deletion())

    assert newest_lines(connection, room, "#lobby", 1)[0].text == "helo"


@given(st.permutations(LINES), st.integers(0, len(LINES)))
def test_the_disk_has_what_memory_has(lines, count) -> None:
    history = History()
    for line in lines[:count]:
        history.append(line)

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(VERSIONS[0])
        room = make_room(connection)
        keep(connection, room, *lines[:count])
        kept = told(newest_lines(connection, room, "#lobby", 9))

    assert kept == told(history)


def test_reactions_go_with_the_message(connection, room) -> None:
    keep(connection, room, said(reply_to="m0"))
    values = (room, "m1", "👍", "bob", 0, 1, 1)
    connection.execute("INSERT INTO reactions VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    keep(connection, room, deletion())

    line = newest_lines(connection, room, "#lobby", 2)[0]
    rows = connection.execute("SELECT * FROM reactions").fetchall()
    assert line.kind is MessageKind.DELETED
    assert (line.reply_to, line.reactions, rows) == ("", (), [])
