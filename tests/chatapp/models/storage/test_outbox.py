"""The outbox on disk: each profile takes over its own messages, and no other's."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from chatapp.models.entities import MessageKind, RoomKind
from chatapp.models.storage.outbox import (
    KeptMessage,
    count_waiting,
    keep_message,
    take_over,
)
from chatapp.models.storage.profiles import profile_id_for
from chatapp.models.storage.schema import open_database

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_database(tmp_path / "chatapp.db")
    yield connection
    connection.close()


def message(key: str) -> KeptMessage:
    return KeptMessage(
        key, "#lobby", RoomKind.CHANNEL, "noor", MessageKind.TEXT, key, NOON
    )


def take(database: sqlite3.Connection, profile: int, owner: str) -> list[str]:
    kept = take_over(database, profile, owner, lambda other: other == "gone")
    return [each.id for each in kept]


def test_what_is_kept_is_read_as_it_was(database):
    noor = profile_id_for(database, "chatapp:h1", "noor")
    keep_message(database, noor, "gone", message("hello"))

    assert take_over(database, noor, "new", lambda _: True) == [message("hello")]


def test_what_an_open_window_has_is_left_to_it(database):
    noor = profile_id_for(database, "chatapp:h1", "noor")
    keep_message(database, noor, "there", message("hello"))

    assert take(database, noor, "new") == []


def test_only_what_a_window_left_that_has_gone_waits_for_a_sign_in(database):
    noor = profile_id_for(database, "chatapp:h1", "noor")
    keep_message(database, noor, "gone", message("one"))
    keep_message(database, noor, "there", message("two"))

    assert count_waiting(database, noor, lambda owner: owner == "gone") == 1


def test_another_profile_of_the_same_window_keeps_its_own(database):
    amy = profile_id_for(database, "chatapp:h1", "amy")
    bea = profile_id_for(database, "chatapp:h1", "bea")
    keep_message(database, amy, "gone", message("by amy"))
    keep_message(database, bea, "gone", message("by bea"))

    assert take(database, bea, "bea's") == ["by bea"]
    database.execute("DELETE FROM outbox WHERE owner = 'bea''s'")
    assert take(database, amy, "amy's") == ["by amy"]


@pytest.mark.parametrize(
    ("column", "value"),
    [("kind", "SONG"), ("state", ""), ("written_at", 2**62), ("room_kind", b"x")],
)
def test_a_row_without_sense_hides_no_other_and_stays(database, column, value):
    noor = profile_id_for(database, "chatapp:h1", "noor")
    keep_message(database, noor, "gone", message("broken"))
    database.execute(f"UPDATE outbox SET {column} = ?", (value,))  # noqa: S608 - constants
    keep_message(database, noor, "gone", message("hello"))

    assert take(database, noor, "new") == ["hello"]
    assert database.execute("SELECT count(*) FROM outbox").fetchone() == (2,)
