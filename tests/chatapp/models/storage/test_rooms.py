"""Profiles and rooms in the database."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from chatapp.models.entities import ChatMessage, RoomKind
from chatapp.models.storage import rooms
from chatapp.models.storage.lines import insert_lines
from chatapp.models.storage.profiles import (
    keep_open_room,
    profile_id_for,
    read_open_room,
)
from chatapp.models.storage.rooms import BegunEdit, Marker
from chatapp.models.storage.schema import open_database
from chatapp.models.storage.spans import begin_span

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_database(tmp_path / "chatapp.db")
    yield connection
    connection.close()


@pytest.fixture
def profile(database: sqlite3.Connection) -> int:
    return profile_id_for(database, "chatapp:h1", "noor")


@pytest.fixture
def lobby(database: sqlite3.Connection, profile: int) -> int:
    return open_room(database, profile, "#lobby")


def open_room(database: sqlite3.Connection, profile: int, name: str) -> int:
    room_id = rooms.room_id_for(database, profile, name.lower(), name, RoomKind.CHANNEL)
    rooms.open_room(database, room_id)
    return room_id


def say(
    database: sqlite3.Connection,
    room: int,
    seconds: int,
    msgid: str = "",
    *,
    kind: str = "TEXT",
    mine: bool = False,
    mentions: bool = False,
) -> None:
    """Put a line into a room's only span."""
    time = int((NOON + timedelta(seconds=seconds)).timestamp() * 1000)
    database.execute(
        "INSERT OR IGNORE INTO spans (id, room) VALUES (?, ?)", (room, room)
    )
    database.execute(
        "INSERT INTO lines (room, span, place, time, msgid, client_id, sender, kind,"
        " change, target, text, mine, mentions_me)"
        " SELECT ?, ?, 1 + count(*), ?, ?, '', 'Ann', ?, '', '', 'hi', ?, ? FROM lines",
        (room, room, time, msgid, kind, mine, mentions),
    )


def test_a_profile_is_made_once(database, profile):
    assert profile_id_for(database, "chatapp:h1", "noor") == profile
    assert profile_id_for(database, "chatapp:h1", "zoe") != profile


def test_the_room_that_is_looked_at_is_kept(database, profile):
    assert read_open_room(database, profile) == ""

    keep_open_room(database, profile, "#lobby")

    assert read_open_room(database, profile) == "#lobby"


def test_rooms_are_listed_as_they_were_opened(database, profile):
    for name in ("#b", "#a", "#c", "#b"):
        open_room(database, profile, name)

    found = rooms.read_open_rooms(database, profile)

    assert [room.name for room in found] == ["#b", "#a", "#c"]


def test_a_room_that_opens_again_stands_last(database, profile):
    first = open_room(database, profile, "#a")
    open_room(database, profile, "#b")
    rooms.close_room(database, first)
    rooms.open_room(database, first)

    found = rooms.read_open_rooms(database, profile)

    assert [room.name for room in found] == ["#b", "#a"]


def test_all_that_is_kept_of_a_room_is_read_again(database, lobby):
    marker = Marker(NOON, "m7")
    rooms.keep_channel_key(database, lobby, "sesame")
    rooms.keep_written(database, lobby, "half")
    rooms.keep_marker(database, lobby, marker)

    kept = rooms.read_room(database, lobby)

    assert (kept.channel_key, kept.draft, kept.marker) == ("sesame", "half", marker)


def test_a_direct_conversation_knows_who_has_talked_in_it(database, profile):
    room = rooms.room_id_for(database, profile, "ada", "Ada", RoomKind.DIRECT)
    before = rooms.read_room(database, room)
    hers = ChatMessage("k", "Ada", "Ada", "hi", NOON, author="u h ada")
    own = ChatMessage("k2", "Ada", "noor", "hi", NOON, mine=True, author="u h noor")
    insert_lines(database, room, begin_span(database, room), 1, [hers, own])

    after = rooms.read_room(database, room)

    assert (before.last_author, before.is_talked_in) == ("", False)
    assert (after.last_author, after.is_talked_in) == ("u h ada", True)


def test_a_room_takes_over_an_edit_with_the_message_of_another_name(
    database, profile, lobby
):
    other = open_room(database, profile, "#garden")
    line = ChatMessage("k", "#garden", "noor", "helo", NOON, msgid="m1")
    insert_lines(database, other, begin_span(database, other), 1, [line])
    rooms.keep_written(database, other, "", BegunEdit(line, "hello"))

    rooms.keep_name(database, lobby, "#garden", "#Garden")

    edit = rooms.read_room(database, lobby).begun_edit
    assert (edit.message.room, edit.message.text, edit.words) == (
        "#Garden",
        "helo",
        "hello",
    )


def test_what_others_said_after_the_marker_is_unread(database, lobby):
    say(database, lobby, 1, "m1")
    say(database, lobby, 2, "m2", mentions=True)
    say(database, lobby, 3, "m3", mine=True)
    say(database, lobby, 4, "m4", kind="CHANGE")
    say(database, lobby, 5, "m5", kind="ACTION")
    marker = Marker(NOON + timedelta(seconds=1), "m1")

    assert rooms.count_unread(database, lobby, marker) == (2, 1)


def test_within_one_moment_the_order_counts(database, lobby):
    for msgid in ("m1", "m2", "m3"):
        say(database, lobby, 1, msgid)
    marker = Marker(NOON + timedelta(seconds=1), "m2")

    assert rooms.count_unread(database, lobby, marker) == (1, 0)


def test_within_one_moment_what_stands_behind_a_hole_is_unread(database, lobby):
    say(database, lobby, 1, "m1")
    moment = NOON + timedelta(seconds=1)
    line = ChatMessage("k", "#lobby", "Ann", "hi", moment, msgid="m3")

    insert_lines(database, lobby, begin_span(database, lobby), 1, [line])

    assert rooms.count_unread(database, lobby, Marker(moment, "m1")) == (1, 0)


def test_a_marker_whose_line_is_not_kept_counts_by_time(database, lobby):
    say(database, lobby, 1, "m1")
    say(database, lobby, 2, "m2")
    marker = Marker(NOON + timedelta(seconds=1), "gone")

    assert rooms.count_unread(database, lobby, marker) == (1, 0)


def test_a_room_that_was_never_read_is_unread(database, lobby):
    say(database, lobby, 1, "m1")

    assert rooms.count_unread(database, lobby, None) == (1, 0)


def test_a_marker_finer_than_a_millisecond_is_read_up_to(database, lobby):
    moment = NOON + timedelta(microseconds=1_700)
    line = ChatMessage("k", "#lobby", "Ann", "hi", moment)
    insert_lines(database, lobby, begin_span(database, lobby), 1, [line])
    rooms.keep_marker(database, lobby, Marker(moment))

    kept = rooms.read_room(database, lobby)

    assert kept.unread == 0


@pytest.mark.parametrize(("own_draft", "draft"), [("", "for Robert"), ("mine", "mine")])
def test_a_new_name_takes_over_its_draft_and_how_far_it_is_read(
    database, profile, lobby, own_draft, draft
):
    other = open_room(database, profile, "#garden")
    rooms.keep_written(database, lobby, own_draft)
    rooms.keep_written(database, other, "for Robert")
    rooms.keep_marker(database, other, Marker(NOON, "m1"))

    rooms.keep_name(database, lobby, "#garden", "#Garden")

    kept = rooms.read_room(database, lobby)
    assert (kept.draft, kept.marker) == (draft, Marker(NOON, "m1"))


def test_a_new_name_takes_over_what_was_said_under_it(database, profile, lobby):
    other = open_room(database, profile, "#garden")
    say(database, other, 1, "m1")

    rooms.keep_name(database, lobby, "#garden", "#Garden")

    found = rooms.read_open_rooms(database, profile)
    assert [(room.id, room.name, room.unread) for room in found] == [
        (lobby, "#Garden", 1)
    ]


def test_what_is_unread_is_named(database, lobby):
    say(database, lobby, 1, "m1")
    say(database, lobby, 2, "m2")
    say(database, lobby, 3, "m3", mine=True)
    rooms.keep_marker(database, lobby, Marker(NOON + timedelta(seconds=2), "m2"))
    say(database, lobby, 4, "m4")

    kept = rooms.read_room(database, lobby)

    assert kept.unread == 1
    assert kept.counted == {"m2", "m4"}
