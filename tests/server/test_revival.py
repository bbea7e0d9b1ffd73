"""Which channels a server begins with, and under what it keeps their history."""

from contextlib import closing

import pytest

from chatapp.wire.names import fold
from server.revival import kept_rooms
from server.storage.journal import Journal
from server.storage.schema import open_for_writing
from server.world.channel_modes import Modes
from server.world.notes import MemberKept, RoomKept
from server.world.renaming import ChannelRenamed
from server.world.room_id import RoomId
from tests.server.raw_client import commands
from tests.server.storage.test_journal import NothingDeleted

GARDEN = RoomId("#garden", 7, "#garden", "#Garden", 70)


@pytest.fixture
def connection(tmp_path):
    with closing(open_for_writing(tmp_path / "kept.db", "process")) as connection:
        yield connection


@pytest.fixture
def record(connection):
    journal = Journal(connection, NothingDeleted())
    return lambda *events: journal.record([events])


def renamed() -> ChannelRenamed:
    return ChannelRenamed("a", None, GARDEN, "#orchard", "#orchard", "")


def test_the_servers_own_channels_are_there_from_the_beginning(connection):
    rooms = kept_rooms(connection, ["#Lobby"], fold)

    assert rooms["#lobby"].room == RoomId("#lobby", 0, "#lobby", "#Lobby", 0)


def test_who_was_in_one_of_them_is_awaited(connection, record):
    record(MemberKept("#lobby", "anna", "anna@host", "v"))

    rooms = kept_rooms(connection, ["#lobby"], fold)

    assert rooms["#lobby"].members == {"anna": ("anna@host", "v")}


def test_a_guests_channel_stays_itself_when_it_becomes_the_servers(connection, record):
    record(RoomKept(GARDEN, Modes(frozenset("m")), None))

    (kept,) = kept_rooms(connection, ["#garden"], fold).values()

    assert (kept.room, kept.modes) == (GARDEN, Modes(frozenset("m")))


def test_the_name_a_channel_gave_up_is_another_ones_history(connection, record):
    record(RoomKept(GARDEN, Modes(), None), renamed())

    rooms = kept_rooms(connection, ["#garden"], fold)

    assert rooms["#orchard"].room.conversation == "#garden"
    assert rooms["#garden"].room.conversation not in ("#garden", "#orchard")


def test_what_a_history_is_kept_under_is_the_same_at_each_start(connection, record):
    record(RoomKept(GARDEN, Modes(), None), renamed())
    first = kept_rooms(connection, ["#garden"], fold)["#garden"].room
    connection.execute("DELETE FROM rooms WHERE key = '#orchard'")

    again = kept_rooms(connection, ["#garden"], fold)["#garden"].room

    assert again == first


def test_what_is_said_in_both_stays_apart(start_server):
    chat = start_server()
    anna = chat.join("anna")
    anna.ask("JOIN #garden", "PRIVMSG #garden :old", "RENAME #garden #orchard")
    chat.stop()

    chat = start_server(channels={"auto_join": ("#garden",)})
    anna = chat.join("anna", "batch draft/chathistory")
    anna.ask("JOIN #orchard", "PRIVMSG #garden :new")
    pages = [
        anna.ask(f"CHATHISTORY LATEST {name} * 9") for name in ("#garden", "#orchard")
    ]

    said = [[it.trailing for it in page if it.command == "PRIVMSG"] for page in pages]
    assert said == [["new"], ["old"]]
    assert commands(anna.ask("TOPIC #garden")) == ["331"]
