"""Rows of channels: each is found whatever the channel is called by then."""

from server.storage.room_rows import read_members, read_rooms, write_room
from server.world.channel import Founder, Topic
from server.world.channel_events import ChannelModesChanged, TopicChanged
from server.world.channel_modes import ListEntry, Modes
from server.world.claiming import ChannelClaimed
from server.world.metadata import MetadataSet
from server.world.notes import (
    MemberDropped,
    MemberKept,
    RoomDropped,
    RoomKept,
)
from server.world.renaming import ChannelRenamed
from server.world.room_id import RoomId
from tests.server.storage.test_journal import said

GARDEN = RoomId("#garden", 7, "#garden", "#Garden", 70)
ORCHARD = GARDEN._replace(key="#orchard", name="#orchard")
MODES = Modes(frozenset("mn"), "sesame", 5, {"b": (ListEntry("*!*@spam", "a", 1),)})


def modes_changed(room: RoomId, modes: Modes = MODES) -> ChannelModesChanged:
    return ChannelModesChanged("a", None, room, (), Modes(), modes, {}, {})


def renamed(room: RoomId = GARDEN, name: str = "#orchard") -> ChannelRenamed:
    return ChannelRenamed("a", None, room, name, name, "")


def test_a_room_is_read_as_it_was_written(connection, record):
    topic, founder = Topic("roses", "anna!a@h", 9), Founder("anna", "q")

    record(RoomKept(GARDEN, Modes(), None), MemberKept("#garden", "anna", "a@h", "q"))
    record(TopicChanged("a", None, GARDEN, None, topic), modes_changed(GARDEN))
    record(ChannelClaimed(None, GARDEN, None, founder))

    kept = read_rooms(connection)["#garden"]
    assert (kept.room, kept.modes, kept.topic) == (GARDEN, MODES, topic)
    assert (kept.founder, kept.members) == (founder, {"anna": ("a@h", "q")})


def test_no_topic_reads_as_none(connection, record):
    record(TopicChanged("a", None, GARDEN, None, Topic("roses", "a", 1)))

    record(TopicChanged("a", None, GARDEN, None, None))

    assert read_rooms(connection)["#garden"].topic is None


def test_what_changes_between_two_names_goes_to_one_row(connection, record):
    record(RoomKept(GARDEN, Modes(), None), modes_changed(GARDEN), renamed())

    record(TopicChanged("a", None, ORCHARD, None, Topic("trees", "a", 1)))

    (kept,) = read_rooms(connection).values()
    assert (kept.room, kept.modes, kept.topic.text) == (ORCHARD, MODES, "trees")


def test_what_changes_under_a_name_that_was_refused_goes_to_the_same_row(
    connection, record
):
    record(RoomKept(GARDEN, Modes(), None))

    record(modes_changed(ORCHARD))

    assert read_rooms(connection)["#garden"].modes == MODES
    assert list(read_rooms(connection)) == ["#garden"]


def test_members_and_what_it_tells_of_itself_go_with_a_name(connection, record):
    record(RoomKept(GARDEN, Modes(), None), MemberKept("#garden", "anna", "a@h", "o"))
    record(MetadataSet("a", None, "#garden", True, "url", None, "x"))

    record(renamed())

    assert read_members(connection, "#orchard") == {"anna": ("a@h", "o")}
    assert read_members(connection, "#garden") == {}
    owners = connection.execute("SELECT owner FROM metadata").fetchall()
    assert owners == [("#orchard",)]


def test_nothing_is_left_of_a_room_that_had_the_name_before(connection, record):
    stale = RoomId("#orchard", 3, "#orchard", "#orchard", 30)
    record(RoomKept(stale, Modes(), None), MemberKept("#orchard", "bert", "b@h", "o"))
    record(RoomKept(GARDEN, Modes(), None), MemberKept("#garden", "anna", "a@h", "o"))

    record(renamed())

    (kept,) = read_rooms(connection).values()
    assert kept.room == ORCHARD
    assert kept.members == {"anna": ("a@h", "o")}


def test_only_the_case_of_a_name_may_change(connection, record):
    record(RoomKept(GARDEN, Modes(), None), MemberKept("#garden", "anna", "a@h", "o"))

    record(ChannelRenamed("a", None, GARDEN, "#GARDEN", "#garden", ""))

    (kept,) = read_rooms(connection).values()
    assert kept.room.name == "#GARDEN"
    assert kept.members == {"anna": ("a@h", "o")}


def test_a_name_leaves_all_that_was_said_where_it_is(connection, record):
    record(RoomKept(GARDEN, Modes(), None), *[said(n, "#garden") for n in (8, 9)])
    before = connection.total_changes

    record(renamed())

    rows = connection.execute("SELECT DISTINCT target FROM messages").fetchall()
    assert rows == [("#garden",)]
    assert connection.total_changes == before + 1


def test_a_room_that_ended_leaves_nothing(connection, record):
    record(RoomKept(GARDEN, Modes(), None), MemberKept("#garden", "anna", "a@h", "o"))
    record(MemberKept("#lobby", "anna", "a@h", ""), MemberDropped("#lobby", "anna"))

    record(RoomDropped(GARDEN))

    assert read_rooms(connection) == {}
    assert connection.execute("SELECT * FROM members").fetchall() == []


def test_a_room_may_be_written_before_anything_happens_in_it(connection):
    write_room(connection, GARDEN)

    kept = read_rooms(connection)["#garden"]
    assert (kept.room, kept.modes, kept.topic) == (GARDEN, None, None)
