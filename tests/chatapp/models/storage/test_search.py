"""Words are found in what is kept, with an index and without one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

import pytest

from chatapp.models.entities import Search
from chatapp.models.storage.schema import VERSIONS
from chatapp.models.storage.search import (
    index_some,
    prepare_index,
    search,
)
from chatapp.models.storage.spans import absorb_page, append_line
from tests.chatapp.models.fakes import NOON
from tests.chatapp.models.storage.rooms_on_disk import joined, make_room, said

TEXTS = (
    "The kettle is on",
    "Who has seen my Keys?",
    "keys are beside the kettle",
    "Crème brûlée for everybody",
    "100% of it_all",
    "今日は鍵がない",
)

Database = sqlite3.Connection


@pytest.fixture(params=[True, False], ids=["with index", "without"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(VERSIONS[0])
        if request.param:
            assert prepare_index(connection)
        lobby, other = make_room(connection), make_room(connection, "#other")
        page = [said(number, text=text) for number, text in enumerate(TEXTS)]
        absorb_page(connection, lobby, [*page, joined(50, "j")])
        append_line(connection, other, said(60, sender="Bob", text="no kettle here"))
        yield connection


def found(database: Database, wanted: Search, room: str = "") -> list[str]:
    return [line.text for line in search(database, 1, wanted, room, 100).found]


def test_words_are_found_the_newest_first(database: Database) -> None:
    assert found(database, Search("kettle")) == [
        "no kettle here",
        "keys are beside the kettle",
        "The kettle is on",
    ]


def test_all_words_must_be_there(database: Database) -> None:
    assert found(database, Search("kettle KEYS")) == ["keys are beside the kettle"]


def test_the_last_word_may_go_on(database: Database) -> None:
    assert found(database, Search("kett")) == found(database, Search("kettle"))


def test_scripts_without_spaces_are_searched_too(database: Database) -> None:
    assert found(database, Search("鍵")) == ["今日は鍵がない"]


@pytest.mark.parametrize("text", ["%", "100%", "it_all"])
def test_signs_mean_themselves(database: Database, text: str) -> None:
    assert found(database, Search(text)) == ["100% of it_all"]


@pytest.mark.parametrize("text", ['"', "kettle AND", "NEAR(", "text:kettle", "-", "*"])
def test_what_the_index_could_take_for_a_command_does_no_harm(
    database: Database, text: str
) -> None:
    assert "who has seen" not in "".join(found(database, Search(text)))


def test_a_sender_and_a_room_can_be_asked_for(database: Database) -> None:
    assert found(database, Search("kettle", sender="bob")) == ["no kettle here"]
    assert found(database, Search("kettle"), "#other") == ["no kettle here"]


def test_a_time_can_be_asked_for(database: Database) -> None:
    first, last = NOON + timedelta(seconds=1), NOON + timedelta(seconds=3)

    assert found(database, Search(after=first, before=last)) == [TEXTS[2], TEXTS[1]]


def test_links_can_be_asked_for(connection: Database, room: int) -> None:
    append_line(connection, room, said(1, text="see https://example.org/map"))
    append_line(connection, room, said(2, text="see the map"))

    assert found(connection, Search("map", has_link=True)) == [
        "see https://example.org/map"
    ]


def test_another_profile_finds_nothing(database: Database) -> None:
    assert search(database, 2, Search("kettle"), "", 100).found == ()


def test_findings_come_in_pages(database: Database) -> None:
    first = search(database, 1, Search("kettle"), "", 2)
    second = search(database, 1, Search("kettle"), "", 2, first.next)

    assert [line.text for line in second.found] == ["The kettle is on"]
    assert second.next is None


def test_the_room_of_a_finding_is_told(database: Database) -> None:
    (finding,) = search(database, 1, Search("kettle", sender="Bob"), "", 5).found

    assert finding.room == "#other"


def test_accents_need_not_be_typed_where_there_is_an_index(
    connection: Database, room: int
) -> None:
    append_line(connection, room, said(1, text="Crème brûlée"))

    assert found(connection, Search("creme brulee")) == ["Crème brûlée"]


def test_the_index_grows_bit_by_bit(connection: Database, room: int) -> None:
    for number in range(5):
        append_line(connection, room, said(number))

    assert index_some(connection, most=2)
    assert index_some(connection, most=2)
    assert not index_some(connection, most=2)


def test_a_sqlite_without_an_index_is_told(mocker) -> None:
    connection = mocker.Mock()
    connection.execute.side_effect = sqlite3.OperationalError("no such module: fts5")

    assert not prepare_index(connection)
