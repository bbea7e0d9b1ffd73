"""Databases of older servers are brought up to date with all that is in them."""

import sqlite3

from server.storage.beginning import identity_of, last_sequence
from server.storage.room_rows import read_rooms
from server.storage.schema import open_for_writing
from server.storage.versions import VERSIONS
from server.world.channel import Topic


def make_first_version(path) -> None:
    old = sqlite3.connect(path)
    old.executescript(f"{VERSIONS[0]} PRAGMA user_version = 1;")
    old.execute("INSERT INTO channels VALUES ('#lobby', 'roses', 'anna!a@h', 7)")
    old.execute(
        "INSERT INTO messages VALUES "
        "(5, 50, '#lobby', '#lobby', 'anna!a@h', NULL, 'PRIVMSG', 'hello', '')"
    )
    old.commit()
    old.close()


def test_the_first_version_keeps_its_messages_and_topics(tmp_path):
    make_first_version(tmp_path / "history.db")

    connection = open_for_writing(tmp_path / "history.db", "power")
    rooms, last = read_rooms(connection), last_sequence(connection)
    name = identity_of(connection)
    connection.close()

    assert rooms["#lobby"].topic == Topic("roses", "anna!a@h", 7)
    assert rooms["#lobby"].room == ("#lobby", 0, "#lobby", "#lobby", 0)
    assert last == 5
    assert len(name) == 32


def test_a_database_is_brought_up_to_date_once(tmp_path):
    first = open_for_writing(tmp_path / "history.db", "power")
    name = identity_of(first)
    first.close()

    second = open_for_writing(tmp_path / "history.db", "power")
    again = identity_of(second)
    second.close()

    assert again == name
