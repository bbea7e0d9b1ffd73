"""Coming into many channels takes few lines, and each of them fits."""

from dataclasses import dataclass

import pytest

from chatapp.models.rooms.joining_again import MOST_BYTES, join_again
from chatapp.wire.message import Message
from tests.chatapp.models.session.stage import SessionStage


@dataclass
class Room:
    name: str
    key: str = ""


@pytest.fixture
def member():
    return SessionStage().sign_in()


@pytest.fixture
def joined(member):
    """Join rooms; gives the parameters of each JOIN."""

    def join(*rooms: Room) -> list[tuple[str, ...]]:
        join_again(member.session, rooms)
        return [Message.parse(line).params for line in member.sent]

    return join


def test_those_with_a_key_stand_first_so_that_each_key_is_of_its_room(joined):
    told = joined(Room("#a"), Room("#b", "bee"), Room("#c"), Room("#d", "dee"))

    assert told == [("#b,#d,#a,#c", "bee,dee")]


@pytest.mark.parametrize("key", ["two words", ":colon", "one,two", "line\nend"])
def test_a_key_that_cannot_be_written_is_left_out(joined, key):
    assert joined(Room("#a", key), Room("#b")) == [("#a,#b",)]


def test_a_server_that_takes_only_so_many_is_asked_several_times(member, joined):
    member.feed(":s 005 noor TARGMAX=JOIN:2 :are supported")

    told = joined(*(Room(f"#{number}") for number in range(5)))

    assert told == [("#0,#1",), ("#2,#3",), ("#4",)]


def test_no_line_is_too_long_and_no_room_is_left_out(joined):
    rooms = [Room(f"#{number}{'ü' * 60}", "k" * 30) for number in range(30)]

    told = joined(*rooms)

    assert all(len(" ".join(params).encode()) <= MOST_BYTES for params in told)
    names = [name for params in told for name in params[0].split(",")]
    assert names == [room.name for room in rooms]


def test_a_name_that_is_too_long_stands_alone(joined):
    assert joined(Room("#" + "x" * 450), Room("#b")) == [("#" + "x" * 450,), ("#b",)]


def test_without_rooms_nothing_is_asked(joined):
    assert joined() == []
