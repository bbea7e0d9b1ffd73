"""LIST: rooms are told some at a time, as they come."""

import pytest

from chatapp.models.entities import ListedRoom
from chatapp.models.events import RequestRefused
from chatapp.models.rooms.room_events import RoomsListed
from chatapp.models.session import room_list


def feed_rooms(member, count: int) -> None:
    member.feed(*(f":s 322 noor #room{number} 7 :Tea" for number in range(count)))


def test_all_rooms_are_told_with_what_they_are_about(member):
    assert not room_list.ask_rooms(member.session, 0)

    member.feed(":s 321 noor Channel :Users  Name", ":s 322 noor #tea 5 :Tea, at five")
    member.feed(":s 322 noor #silent 1 :", ":s 323 noor :End")

    assert member.sent == ["LIST"]
    assert member.told(RoomsListed) == [
        RoomsListed(
            (ListedRoom("#tea", 5, "Tea, at five"), ListedRoom("#silent", 1)), True
        )
    ]


def test_many_rooms_are_told_in_parts(member):
    room_list.ask_rooms(member.session, 0)

    feed_rooms(member, 450)
    member.feed(":s 323 noor :End")

    told = member.told(RoomsListed)
    assert [(len(part.rooms), part.is_whole) for part in told] == [
        (200, False),
        (200, False),
        (50, True),
    ]


@pytest.mark.parametrize(
    ("elist", "sent", "leaves_out"),
    [("CMNTU", ["LIST >2"], True), ("MN", ["LIST"], False)],
)
def test_small_rooms_are_left_out_where_the_server_can(member, elist, sent, leaves_out):
    member.feed(f":s 005 noor ELIST={elist} :are supported")

    assert room_list.ask_rooms(member.session, 3) is leaves_out
    assert member.sent == sent


def test_a_list_without_an_end_is_not_collected_for_ever(member, monkeypatch):
    monkeypatch.setattr(room_list, "MOST_ROOMS", 250)
    room_list.ask_rooms(member.session, 0)

    feed_rooms(member, 900)
    member.feed(":s 323 noor :End")

    assert sum(len(part.rooms) for part in member.told(RoomsListed)) == 250


def test_what_is_no_number_is_no_room(member):
    room_list.ask_rooms(member.session, 0)

    member.feed(":s 322 noor #odd many :Tea", ":s 323 noor :End")

    assert member.told(RoomsListed) == [RoomsListed((), True)]


REFUSALS = (
    ":s 263 noor LIST :Please wait a while and try again.",
    ":s 481 noor :Permission Denied",
    ":s 416 noor LIST :Too many matches",
    ":s 421 noor LIST :Unknown command",
    "FAIL LIST RATE_LIMITED :Too often",
)


@pytest.mark.parametrize("refusal", REFUSALS)
def test_of_a_question_that_nobody_saw_nobody_hears_that_it_is_refused(member, refusal):
    room_list.ask_rooms(member.session, 0, is_unseen=True)

    member.feed(refusal)
    unheard = member.told(RequestRefused)
    member.feed(refusal)

    assert unheard == []
    assert len(member.told(RequestRefused)) == 1


@pytest.mark.parametrize("refusal", REFUSALS)
def test_who_asked_hears_that_it_is_refused(member, refusal):
    room_list.ask_rooms(member.session, 0)

    member.feed(refusal)

    assert len(member.told(RequestRefused)) == 1


def test_behind_an_answer_a_refusal_is_of_something_else(member):
    room_list.ask_rooms(member.session, 0, is_unseen=True)

    member.feed(":s 482 noor #tea :Not now", ":s 323 noor :End", REFUSALS[1])

    assert [it.code for it in member.told(RequestRefused)] == ["482", "481"]
