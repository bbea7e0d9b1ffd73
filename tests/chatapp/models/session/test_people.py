"""People's names and presence, line by line."""

import pytest

from chatapp.models.entities import Change, Presence
from chatapp.models.events import AwayChanged, NickChanged, PeopleChanged
from chatapp.models.session.facts import DoneByPerson, PersonRenamed, PresenceTold
from tests.chatapp.models.session.stage import SessionStage


def test_a_new_nick_is_told_for_all_shared_channels(member):
    member.enter("#tea", "Ann noor")

    member.feed(":Ann!a@h NICK :Anna")

    done = member.told(DoneByPerson)[0]
    assert member.told(PersonRenamed) == [PersonRenamed("Ann", "Anna")]
    assert (done.nick, done.channels) == ("Anna", ("#lobby", "#tea"))
    assert (done.line.change, done.line.text) == (Change.RENAMED, "Anna")
    assert member.people() == {"Anna": "@", "noor": ""}


def test_ones_own_new_nick_is_known_at_once(member):
    member.feed(":noor!u@h NICK Nur")

    assert member.session.nick == "Nur"
    assert member.session.address == "Nur!u@h"
    assert member.told(NickChanged) == [NickChanged("noor", "Nur")]
    assert member.told(DoneByPerson)[0].line.sender == "noor"


def test_a_nick_may_change_only_its_case(member):
    member.feed(":Ann!a@h NICK ANN")

    assert list(member.people()) == ["ANN", "noor"]


def test_who_quits_is_gone_from_all_channels(member):
    member.enter("#tea", "Ann noor")

    member.feed(":Ann!a@h QUIT :Bye")

    done = member.told(DoneByPerson)[0]
    assert (done.line.change, done.line.text) == (Change.QUIT, "Bye")
    assert done.channels == ("#lobby", "#tea")
    assert list(member.people()) == ["noor"]
    assert member.session.presence_of("Ann") is Presence.OFFLINE


def test_ones_own_quit_is_no_news(member):
    member.feed(":noor!u@h QUIT :Bye")

    assert member.facts == []


def test_who_is_away_is_shown_so_until_he_is_back(member):
    member.feed(":Ann!a@h AWAY :Lunch")
    assert member.session.roster.presence("Ann") is Presence.AWAY
    assert member.facts == [PresenceTold("Ann"), PeopleChanged("#lobby")]

    member.feed(":Ann!a@h AWAY")

    assert member.session.roster.presence("Ann") is Presence.ONLINE


def test_the_answer_to_a_message_tells_that_somebody_is_away(member):
    member.feed(":s 301 noor Ann :Lunch")

    assert member.session.roster.presence("Ann") is Presence.AWAY


@pytest.mark.parametrize(("numeric", "is_away"), [("306", True), ("305", False)])
def test_ones_own_absence_is_confirmed(member, numeric, is_away):
    member.feed(f":s {numeric} noor :You are")

    assert member.told(AwayChanged) == [AwayChanged(is_away)]


def test_who_tells_address_name_and_absence(member):
    member.feed(":s 352 noor #lobby ann host.example s Ann G@ :0 Ann Lee")

    person = member.session.roster.person("Ann")
    assert (person.user, person.host, person.realname) == (
        "ann",
        "host.example",
        "Ann Lee",
    )
    assert member.session.roster.presence("Ann") is Presence.AWAY


def test_people_are_shown_again_when_who_has_told_all(member):
    member.feed(":s 315 noor #lobby :End")

    assert member.facts == [PeopleChanged("#lobby")]


def test_account_host_and_name_are_kept_up_to_date(member):
    member.feed(
        ":Ann!a@h ACCOUNT anna",
        ":Ann!a@h CHGHOST ann new.example",
        ":Ann!a@h SETNAME :Ann Lee",
    )

    person = member.session.roster.person("Ann")
    assert (person.account, person.user, person.host, person.realname) == (
        "anna",
        "ann",
        "new.example",
        "Ann Lee",
    )


def test_logging_out_takes_the_account_away(member):
    member.feed(":Ann!a@h ACCOUNT anna", ":Ann!a@h ACCOUNT *")

    assert member.session.roster.person("Ann").account == ""


def test_ones_own_new_host_counts_for_long_messages(member):
    member.feed(":noor!u@h CHGHOST nn cloak.example")

    assert member.session.address == "noor!nn@cloak.example"


@pytest.mark.parametrize(
    ("shown", "address"),
    [
        ("cloak.example", "noor!u@cloak.example"),
        ("nn@cloak.example", "noor!nn@cloak.example"),
    ],
)
def test_a_cloak_of_ones_own_counts_for_the_length_of_messages(member, shown, address):
    member.session.address = "noor!u@h"

    member.feed(f":s 396 noor {shown} :is now your displayed host")

    assert member.session.address == address


def test_who_is_online_is_learnt_from_the_answer_to_the_question(member):
    session = member.session
    session.inquiries.ask_online(session, ["bob", "zoe"])

    member.feed(":s 303 noor :Bob")

    assert member.sent == ["ISON bob zoe"]
    assert session.presence_of("bob") is Presence.ONLINE
    assert session.presence_of("zoe") is Presence.OFFLINE
    assert member.facts == [PresenceTold("bob"), PresenceTold("zoe")]


def test_an_answer_to_no_question_is_passed_over(member):
    member.feed(":s 303 noor :Bob")

    assert member.facts == []


def test_nobody_is_asked_about_when_there_is_nobody_to_ask_about(member):
    member.session.inquiries.ask_online(member.session, [])

    assert member.sent == []


@pytest.mark.parametrize(
    "line",
    [
        ":ghost!g@h NICK spirit",
        ":ghost!g@h QUIT",
        ":ghost!g@h AWAY :x",
        ":ghost!g@h ACCOUNT x",
        ":ghost!g@h CHGHOST a b",
        ":ghost!g@h SETNAME :x",
        ":s 352 noor #x u h s ghost H :0 x",
        ":s 315 noor #x :End",
        "NICK",
        "QUIT",
        ":Ann!a@h NICK :",
    ],
)
def test_strangers_change_nothing(line):
    stage = SessionStage().sign_in().enter("#lobby", "@Ann noor")

    stage.feed(line)

    assert stage.people() == {"Ann": "@", "noor": ""}


def test_a_nick_that_no_command_can_name_is_not_taken(member):
    member.feed(":Ann!u@h NICK :A b")

    assert list(member.people()) == ["Ann", "noor"]
