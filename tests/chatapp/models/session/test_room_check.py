"""A channel is looked for without coming into it, on all kinds of servers."""

import pytest

from chatapp.models.events import RequestRefused
from chatapp.models.rooms.room_events import RoomLookedFor
from chatapp.models.session import pings, room_check

PONG = f":s PONG s {room_check.TOKEN}"


@pytest.mark.parametrize(
    ("answers", "is_there"),
    [
        ([":s 324 noor #tea +nt", ":s 329 noor #tea 1700000000"], True),
        ([":s 403 noor #Tea :No such channel"], False),
        ([":s 401 noor #tea :No such nick/channel"], False),
        ([":s 442 noor #tea :You're not on that channel"], True),
        ([":s 421 noor MODE :Unknown command"], True),
        ([], True),
    ],
)
def test_only_a_channel_that_the_server_denies_is_missing(member, answers, is_there):
    room_check.look_for(member.session, "#tea")
    assert member.sent == ["MODE #tea", f"PING {room_check.TOKEN}"]

    member.feed(*answers, PONG)

    assert [it.is_there for it in member.told(RoomLookedFor)] == [is_there]
    assert member.told(RequestRefused) == []


@pytest.mark.parametrize(
    ("answer", "is_without_key"),
    [
        (":s 324 noor #tea +nt", True),
        (":s 324 noor #tea +knt *", False),
        (":s 442 noor #tea :You're not on that channel", False),
    ],
)
def test_whether_a_room_asks_for_a_key_is_told(member, answer, is_without_key):
    room_check.look_for(member.session, "#tea")

    member.feed(answer, PONG)

    told = member.told(RoomLookedFor)
    assert told == [RoomLookedFor("#tea", True, is_without_key)]


def test_several_are_answered_in_their_order(member):
    room_check.look_for(member.session, "#tea")
    room_check.look_for(member.session, "#milk")

    member.feed(":s 403 noor #tea :No such channel", PONG, ":s 324 noor #milk +k", PONG)

    told = member.told(RoomLookedFor)
    assert told == [RoomLookedFor("#tea", False), RoomLookedFor("#milk", True)]


def test_a_question_that_overtakes_it_is_answered_by_itself(member):
    room_check.look_for(member.session, "#tea")
    pings.ask(member.session, "chatapp-1")
    member.feed(":s PONG s chatapp-1")
    pings.ask(member.session, "chatapp-2")

    member.feed(":s 403 noor #tea :No such channel", PONG)

    assert member.told(RoomLookedFor) == [RoomLookedFor("#tea", False)]


def test_what_others_ask_about_another_channel_does_not_count(member):
    room_check.look_for(member.session, "#tea")

    member.feed(":s 403 noor #coffee :No such channel", PONG)

    assert member.told(RoomLookedFor) == [RoomLookedFor("#tea", is_there=True)]


def test_nobody_is_told_of_what_was_not_looked_for(member):
    member.feed(PONG, ":s 403 noor #tea :No such channel")

    assert member.told(RoomLookedFor) == []
    assert member.told(RequestRefused) == []
