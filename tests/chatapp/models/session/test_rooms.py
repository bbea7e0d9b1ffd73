"""Channels, line by line."""

import pytest

from chatapp.models.entities import Change
from chatapp.models.events import PeopleChanged
from chatapp.models.rooms.room_events import Invited
from chatapp.models.session import bans
from chatapp.models.session.facts import (
    ChannelJoined,
    ChannelLeft,
    Heard,
    PresenceTold,
    TopicTold,
)
from tests.chatapp.models.session.stage import SessionStage


def changes(stage):
    """What the lines that were heard tell, in short."""
    lines = [heard.line for heard in stage.told(Heard)]
    return [(line.room, line.sender, line.change, line.text) for line in lines]


def test_joining_a_channel_is_told_and_its_people_are_known():
    stage = SessionStage().sign_in()

    stage.feed(
        ":noor!u@host JOIN #garden",
        ":s 332 noor #garden :Roses",
        ":s 353 noor = #garden :@Ann +bob noor",
        ":s 353 noor = #garden :zoe",
        ":s 366 noor #garden :End",
    )

    assert stage.told(ChannelJoined) == [ChannelJoined("#garden")]
    assert stage.told(TopicTold) == [TopicTold("#garden", "Roses")]
    assert stage.people("#garden") == {"Ann": "@", "bob": "+", "noor": "", "zoe": ""}
    assert stage.session.address == "noor!u@host"


def test_names_may_carry_several_ranks_and_addresses():
    stage = SessionStage().sign_in().enter("#lobby", "@+Ann!a@home.example noor")

    person = stage.session.roster.person("ann")

    assert stage.people() == {"Ann": "@", "noor": ""}
    assert (person.user, person.host) == ("a", "home.example")


def test_a_new_list_of_names_replaces_the_old_one(member):
    member.feed(":s 353 noor = #lobby :noor zoe", ":s 366 noor #lobby :End")

    assert list(member.people()) == ["noor", "zoe"]
    assert member.session.roster.person("Ann") is None


def test_who_is_away_is_asked_once_after_joining():
    stage = SessionStage().sign_in()

    stage.feed(":noor!u@h JOIN #a", ":s 366 noor #a :End", ":s 366 noor #a :End")

    assert [line for line in stage.sent if line.startswith("WHO")] == ["WHO #a"]


def test_channels_are_asked_about_one_after_the_other():
    stage = SessionStage().sign_in()
    stage.feed(":noor!u@h JOIN #a", ":noor!u@h JOIN #b")

    stage.feed(":s 366 noor #a :End", ":s 366 noor #b :End")
    assert stage.sent == ["MODE #a", "WHO #a", "MODE #b"]
    stage.feed(":s 315 noor #a :End")

    assert stage.sent[-1] == "WHO #b"


def test_who_comes_is_told(member):
    member.feed(":bob!b@h JOIN #lobby")

    assert changes(member) == [("#lobby", "bob", Change.JOINED, "")]
    assert member.told(PeopleChanged) == [PeopleChanged("#lobby")]
    assert member.told(PresenceTold) == [PresenceTold("bob")]
    assert "bob" in member.people()


def test_an_extended_join_tells_account_and_name(member):
    member.feed(":bob!b@h JOIN #lobby bobby :Bob Ross", ":z!z@h JOIN #lobby * :Zed")

    bob, zed = (member.session.roster.person(nick) for nick in ("bob", "z"))
    assert (bob.account, bob.realname) == ("bobby", "Bob Ross")
    assert (zed.account, zed.realname) == ("", "Zed")


def test_who_leaves_is_told_with_the_reason(member):
    member.feed(":Ann!a@h PART #lobby :Lunch")

    assert changes(member) == [("#lobby", "Ann", Change.LEFT, "Lunch")]
    assert list(member.people()) == ["noor"]


def test_leaving_a_channel_oneself_forgets_it(member):
    member.feed(":noor!u@h PART #lobby")

    assert member.told(ChannelLeft) == [ChannelLeft("#lobby")]
    assert member.session.roster.channel("#lobby") is None


def test_somebody_who_was_not_there_cannot_leave(member):
    member.feed(":ghost!g@h PART #lobby")

    assert member.facts == []


def test_a_kick_is_told_with_who_and_why(member):
    member.feed(":bob!b@h JOIN #lobby", ":Ann!a@h KICK #lobby bob :spam")

    line = member.told(Heard)[-1].line
    assert (line.sender, line.target, line.text) == ("Ann", "bob", "spam")
    assert "bob" not in member.people()


def test_being_kicked_oneself_leaves_the_channel(member):
    member.feed(":Ann!a@h KICK #lobby noor :Enough")

    assert member.told(ChannelLeft) == [ChannelLeft("#lobby", "Enough", "Ann")]
    assert member.told(Heard)[0].line.target == "noor"


@pytest.mark.parametrize(
    ("modes", "is_banned"),
    [
        ("+b noor!*@*", True),
        ("+b *!*@elsewhere", False),
        ("+b m:noor!*@*", False),
        ("+b NOOR!?@h", True),
        ("+bb x!*@* *!*@*", True),
        ("+b-b noor!*@* noor!*@*", False),
        ("+bb-b noor!*@* *!*@h noor!*@*", True),
        ("+b-b *!*@h NOOR!*@*", True),
        ("+b-b noor!*@* NOOR!*@*", False),
        ("+b [n]oor!*@*", False),
    ],
)
def test_who_was_banned_before_a_kick_is_told_so(member, modes, is_banned):
    member.session.isupport.values["EXTBAN"] = ",m"
    member.session.address = "noor!u@h"
    member.feed(f":Ann!a@h MODE #lobby {modes}", ":Ann!a@h KICK #lobby noor")

    assert member.told(ChannelLeft) == [ChannelLeft("#lobby", "", "Ann", is_banned)]


def test_whether_one_is_banned_goes_by_the_name_one_has_then(member):
    member.session.address = "noor!u@h"
    member.feed(
        ":Ann!a@h MODE #lobby +bb noor!*@* nora!*@*",
        ":noor!u@h NICK nora",
        ":Ann!a@h MODE #lobby -b nora!*@*",
        ":Ann!a@h KICK #lobby nora",
    )

    assert member.told(ChannelLeft) == [ChannelLeft("#lobby", "", "Ann", False)]


def test_of_very_many_bans_the_newest_are_known(member, monkeypatch):
    monkeypatch.setattr(bans, "MOST_BANS", 3)
    member.session.address = "noor!u@h"
    member.feed(*(f":Ann!a@h MODE #lobby +b {number}!*@*" for number in range(9)))

    member.feed(":Ann!a@h MODE #lobby +b noor!*@*", ":Ann!a@h KICK #lobby noor")

    assert member.told(ChannelLeft) == [ChannelLeft("#lobby", "", "Ann", True)]


def test_a_topic_is_told_with_who_set_it(member):
    member.feed(":Ann!a@h TOPIC #lobby :Tea at five")

    assert member.told(TopicTold) == [TopicTold("#lobby", "Tea at five")]
    assert changes(member) == [("#lobby", "Ann", Change.TOPIC, "Tea at five")]


def test_a_channel_without_topic_says_so(member):
    member.feed(":s 331 noor #lobby :No topic is set")

    assert member.told(TopicTold) == [TopicTold("#lobby", "")]


@pytest.mark.parametrize(
    ("modes", "rank"),
    [
        ("+o noor", "@"),
        ("+v noor", "+"),
        ("+vo noor noor", "@"),
        ("+o-o noor noor", ""),
    ],
)
def test_a_rank_is_given_and_taken_by_modes(member, modes, rank):
    member.feed(f":Ann!a@h MODE #lobby {modes}")

    assert member.people()["noor"] == rank


def test_a_mode_is_told_as_it_stands(member):
    member.feed(":Ann!a@h MODE #lobby +kl key 30")

    assert changes(member) == [("#lobby", "Ann", Change.MODE, "+kl key 30")]


def test_ones_own_user_modes_are_not_worth_a_line(member):
    member.feed(":noor MODE noor +i")

    assert member.facts == []


@pytest.mark.parametrize(
    "line",
    [
        ":bob!b@h JOIN #elsewhere",
        ":bob!b@h PART #elsewhere",
        ":Ann!a@h KICK #elsewhere bob",
        ":Ann!a@h TOPIC #elsewhere :x",
        ":Ann!a@h MODE #elsewhere +o bob",
        ":s 353 noor = #elsewhere :@Ann",
        ":s 366 noor #elsewhere :End",
    ],
)
def test_channels_one_is_not_in_are_passed_over(member, line):
    member.feed(line)

    assert member.facts == []
    assert member.session.roster.channels() == ["#lobby"]


def test_names_are_compared_as_the_server_compares_them(member):
    member.feed(":ANN!a@h PART #LOBBY")

    assert list(member.people()) == ["noor"]


@pytest.mark.parametrize(
    ("line", "invited"),
    [
        (":Ann!a@h INVITE noor #tea", Invited("#tea", "noor", "Ann")),
        (":Ann!a@h INVITE bob #lobby", Invited("#lobby", "bob", "Ann")),
        (":s 341 noor bob #lobby", Invited("#lobby", "bob")),
    ],
)
def test_invitations_are_told(member, line, invited):
    member.feed(line)

    assert member.facts == [invited]


def test_a_server_cannot_put_one_into_endless_channels():
    stage = SessionStage().sign_in()

    stage.feed(*[f":noor!u@h JOIN #c{number}" for number in range(1_005)])

    assert len(stage.session.roster.channels()) == 1_000
    assert stage.sent[-1] == "PART #c1004"


def test_a_channels_modes_are_asked_for_and_followed(member):
    member.feed(":s 324 noor #lobby +ntk sesame", ":bob!b@h MODE #lobby -t")
    assert member.session.roster.channel("#lobby").flags == "n"

    member.feed(":bob!b@h MODE #lobby +t")

    assert member.session.roster.channel("#lobby").flags == "nt"


def test_modes_of_a_channel_one_is_not_in_are_no_matter(member):
    member.feed(":s 324 noor #other +nt")

    assert member.session.roster.channel("#other") is None


def test_a_room_that_no_command_can_name_is_left(member):
    member.feed(":noor!u@h JOIN :#a b")

    assert member.sent == ["PART :#a b"]
    assert member.session.roster.channels() == ["#lobby"]


def test_who_quits_between_two_parts_of_the_names_is_no_ghost(member):
    member.feed(
        ":s 353 noor = #lobby :noor @Ann",
        ":bob!u@h QUIT :gone",
        ":zoe!u@h NICK zora",
        ":s 353 noor = #lobby :bob +zoe",
        ":s 366 noor #lobby :End of names",
    )

    assert member.people() == {"Ann": "@", "zora": "+", "noor": ""}
