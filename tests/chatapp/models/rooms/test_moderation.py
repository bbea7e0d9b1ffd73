"""What one may do to others in a room, and how it is asked for."""

import pytest

from chatapp.models.entities import Power
from chatapp.models.events import PeopleChanged, RequestRefused
from tests.chatapp.models.fakes import NetworkStage

ISUPPORT = "PREFIX=(qaohv)~&@%+ EXTBAN=,am ACCOUNTEXTBAN=a"
MODERATION = {Power.KICK, Power.BAN, Power.MUTE}


def stage_with(names: str, isupport: str = ISUPPORT) -> NetworkStage:
    """Be in #lobby with these people."""
    stage = NetworkStage()
    stage.sign_in()
    stage.wire.feed(
        f":s 005 noor {isupport} :are supported",
        ":noor!u@h JOIN #lobby",
        f":s 353 noor = #lobby :{names}",
        ":s 366 noor #lobby :End",
    )
    stage.wire.take_sent()
    return stage


@pytest.fixture
def stage() -> NetworkStage:
    stage = stage_with("@noor Ann Bob")
    stage.wire.feed(
        ":s 352 noor #lobby ann 10.0.0.5 s Ann H :0 Ann",
        ":s 352 noor #lobby bob 10.0.0.6 s Bob H :0 Bob",
    )
    return stage


@pytest.fixture
def moderation(stage):
    return stage.network.moderation


@pytest.mark.parametrize(
    ("me", "other", "powers"),
    [
        ("noor", "Ann", set()),
        ("+noor", "Ann", set()),
        ("@noor", "~Ann", set()),
        ("%noor", "@Ann", set()),
        ("%noor", "+Ann", {*MODERATION, Power.TAKE_VOICE}),
        ("@noor", "Ann", {*MODERATION, Power.GIVE_VOICE, Power.GIVE_OPERATOR}),
        ("@noor", "@Ann", {*MODERATION, Power.GIVE_VOICE, Power.TAKE_OPERATOR}),
        ("~noor", "@+Ann", {*MODERATION, Power.TAKE_VOICE, Power.TAKE_OPERATOR}),
    ],
)
def test_ranks_tell_what_one_may_do(me, other, powers):
    moderation = stage_with(f"{me} {other}").network.moderation

    assert moderation.powers("#lobby", "Ann") == powers


def test_one_may_do_nothing_to_oneself_or_to_who_is_not_here(moderation):
    assert moderation.powers("#lobby", "noor") == set()
    assert moderation.powers("#lobby", "ghost") == set()
    assert moderation.powers("#nowhere", "Ann") == set()


def test_where_nobody_looks_after_a_room_the_servers_operator_does():
    stage = stage_with("noor Ann")
    before = stage.network.moderation.may_moderate("#lobby")

    stage.wire.feed(":s 381 noor :You are an operator")

    assert not before
    assert stage.network.moderation.may_moderate("#lobby")
    assert Power.BAN in stage.network.moderation.powers("#lobby", "Ann")


def test_the_servers_operator_is_shown_as_who_looks_after_it():
    stage = stage_with("Ann +Bob noor")
    stage.wire.feed(":s 324 noor #lobby +nt")
    before = stage.network.room("#lobby").may_set_topic
    stage.events.clear()

    stage.wire.feed(":s 381 noor :You are an operator")

    people = stage.network.people("#lobby")
    assert [(it.nick, it.rank) for it in people] == [
        ("noor", "@"),
        ("Bob", "+"),
        ("Ann", ""),
    ]
    assert (before, stage.network.room("#lobby").may_set_topic) == (False, True)
    assert stage.told(PeopleChanged) == [PeopleChanged("#lobby")]

    stage.wire.feed(":s MODE #lobby +o Ann")

    people = stage.network.people("#lobby")
    assert (people[0].nick, people[0].rank) == ("Ann", "@")
    assert not stage.network.room("#lobby").may_set_topic


@pytest.mark.parametrize(("offered", "rank"), [("chatapp/visit", "@"), ("", "")])
def test_everybody_sees_who_looks_after_a_room_of_our_server(offered, rank):
    stage = NetworkStage()
    stage.sign_in(offered)
    stage.wire.feed(
        ":noor!u@h JOIN #lobby",
        ":s 353 noor = #lobby :Ann Bob noor",
        ":s 366 noor #lobby :End",
        ":s 352 noor #lobby bob 10.0.0.6 s Bob H* :0 Bob",
        ":s 315 noor #lobby :End",
    )

    people = stage.network.people("#lobby")
    ranks = {person.nick: person.rank for person in people}
    assert ranks == {"Ann": "", "Bob": rank, "noor": ""}
    assert (people[0].nick == "Bob") is bool(rank)


@pytest.mark.parametrize(
    ("modes", "me", "may"),
    [
        (None, "noor", True),
        ("n", "noor", True),
        ("nt", "noor", False),
        ("nt", "+noor", False),
        ("nt", "%noor", True),
        ("nt", "@noor", True),
    ],
)
def test_the_topic_is_for_those_whom_the_channel_lets(modes, me, may):
    stage = stage_with(f"{me} Ann")
    if modes is not None:
        stage.wire.feed(f":s 324 noor #lobby +{modes}")

    assert stage.network.room("#lobby").may_set_topic is may


def test_where_somebody_else_looks_after_a_room_it_is_left_to_them():
    stage = stage_with("noor @Ann")
    stage.wire.feed(":s 381 noor :You are an operator")

    assert not stage.network.moderation.may_moderate("#lobby")


def test_without_a_way_to_mute_it_is_not_offered():
    stage = stage_with("@noor Ann", "PREFIX=(ov)@+")

    assert Power.MUTE not in stage.network.moderation.powers("#lobby", "Ann")

    stage.network.moderation.mute("#lobby", "Ann")
    assert len(stage.told(RequestRefused)) == 1


def test_somebody_is_removed_with_and_without_a_reason(stage, moderation):
    moderation.kick("#lobby", "Ann", "too loud")
    moderation.kick("#lobby", "Ann")

    assert stage.wire.take_sent() == ["KICK #lobby Ann :too loud", "KICK #lobby Ann"]


def test_ranks_are_given_and_taken(stage, moderation):
    for power in (
        Power.GIVE_VOICE,
        Power.TAKE_VOICE,
        Power.GIVE_OPERATOR,
        Power.TAKE_OPERATOR,
    ):
        moderation.rank("#lobby", "Ann", power)

    assert stage.wire.take_sent() == [
        "MODE #lobby +v Ann",
        "MODE #lobby -v Ann",
        "MODE #lobby +o Ann",
        "MODE #lobby -o Ann",
    ]


def test_a_ban_names_the_host_of_who_has_no_account(stage, moderation):
    moderation.ban("#lobby", "ann")
    moderation.mute("#lobby", "Bob")

    assert stage.wire.take_sent() == [
        "MODE #lobby +b *!*@10.0.0.5",
        "MODE #lobby +b m:*!*@10.0.0.6",
    ]


def test_a_ban_names_the_account_where_there_is_one(stage, moderation):
    stage.wire.feed(":Ann!ann@10.0.0.5 ACCOUNT ada")

    moderation.ban("#lobby", "Ann")
    moderation.mute("#lobby", "Ann")

    assert stage.wire.take_sent() == [
        "MODE #lobby +b a:ada",
        "MODE #lobby +b m:a:ada",
    ]


def test_a_host_that_others_share_is_not_banned(stage, moderation):
    stage.wire.feed(":s 352 noor #lobby bob 10.0.0.5 s Bob H :0 Bob")

    assert moderation.mask_of("#lobby", "Ann") == "Ann!*@10.0.0.5"


@pytest.mark.parametrize(
    ("who", "mask"), [("ghost", "ghost!*@*"), ("*!*@bad.example", "*!*@bad.example")]
)
def test_others_are_described_by_what_was_typed(moderation, who, mask):
    assert moderation.mask_of("#lobby", who) == mask


def test_bans_are_lifted_and_asked_for(stage, moderation):
    moderation.lift("#lobby", "b", "a:ada")
    moderation.ask_bans("#lobby")
    moderation.invite("#lobby", "Zoe")

    assert stage.wire.take_sent() == [
        "MODE #lobby -b a:ada",
        "MODE #lobby b",
        "INVITE Zoe #lobby",
    ]


def test_accounts_are_asked_for_where_the_server_can_tell_them():
    stage = stage_with("@noor Ann", f"{ISUPPORT} WHOX")
    stage.wire.feed(":s 315 noor #lobby :End", ":noor!u@h JOIN #zoo")
    stage.wire.feed(":s 353 noor = #zoo :noor Ann", ":s 366 noor #zoo :End")
    asked = stage.wire.take_sent()

    stage.wire.feed(":s 354 noor #zoo ann 10.0.0.5 Ann G ada :Ann Lee")

    assert "WHO #zoo %cuhnfar" in asked
    assert stage.network.moderation.mask_of("#zoo", "Ann") == "a:ada"
