"""Who is banned from a channel, as the server lists it."""

from datetime import UTC, datetime

from chatapp.models.entities import Ban
from chatapp.models.rooms.room_events import BansListed
from chatapp.models.session import bans


def test_a_list_is_told_when_it_is_whole(member):
    bans.ask_bans(member.session, "#lobby")
    member.feed(
        ":s 367 noor #lobby *!*@bad.example Ann!a@h 1700000000",
        ":s 367 noor #lobby spam!*@*",
        ":s 368 noor #lobby :End",
    )

    host = "*!*@bad.example"
    since = datetime.fromtimestamp(1_700_000_000, UTC)
    found = (
        Ban("b", host, mask=host, by="Ann", since=since),
        Ban("b", "spam!*@*", mask="spam!*@*"),
    )
    assert member.sent == ["MODE #lobby b"]
    assert member.told(BansListed) == [BansListed("#lobby", found)]


def test_a_server_with_a_list_of_its_own_for_silence_is_asked_for_both(member):
    member.feed(":s 005 noor CHANMODES=beIq,k,l,imnst :are supported")

    bans.ask_bans(member.session, "#lobby")
    member.feed(
        ":s 728 noor #lobby q *!*@loud.example Ann!a@h soon",
        ":s 729 noor #lobby q :End",
        ":s 368 noor #lobby :End",
    )

    (listed,) = member.told(BansListed)
    assert member.sent == ["MODE #lobby q", "MODE #lobby b"]
    assert [(ban.letter, ban.silences, ban.since) for ban in listed.bans] == [
        ("q", True, None)
    ]


def test_a_list_without_an_end_is_not_collected_for_ever(member, monkeypatch):
    monkeypatch.setattr(bans, "MOST_BANS", 3)

    member.feed(*(f":s 367 noor #lobby bad{number}!*@*" for number in range(9)))
    member.feed(":s 368 noor #lobby :End")

    assert len(member.told(BansListed)[0].bans) == 3
