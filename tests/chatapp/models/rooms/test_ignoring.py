"""Whom one ignores: nothing they say calls one, and nothing of it is lost."""

import pytest

from chatapp.models.events import (
    MessageAdded,
    RoomOpened,
    TypingHeard,
)
from chatapp.models.rooms import ignoring
from chatapp.models.rooms.room_events import IgnoringChanged
from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.fakes import NetworkStage
from tests.chatapp.models.kept import SAFE, enter, open_lobby


@pytest.fixture
def jobs() -> FakeJobs:
    return FakeJobs()


@pytest.fixture
def stage(jobs: FakeJobs) -> NetworkStage:
    stage = open_lobby(jobs)
    stage.network.ignoring.ignore("Troll")
    stage.events.clear()
    return stage


def open_again(jobs: FakeJobs) -> NetworkStage:
    stage = NetworkStage(jobs, "b")
    stage.sign_in(SAFE)
    return stage


def test_what_somebody_ignored_says_is_kept_and_calls_nobody(stage):
    stage.wire.feed(":troll!t@h PRIVMSG #lobby :noor, look at this")

    assert stage.texts() == ["noor, look at this"]
    assert stage.network.room("#lobby").unread == 0
    assert stage.told(MessageAdded) == []


@pytest.mark.parametrize(
    "line",
    [
        ":troll!t@h PRIVMSG #lobby :{}",
        "@+chatapp/edit=m{0};msgid=e{0} :Ann!a@h PRIVMSG #lobby :* x",
        "@msgid=d{0} :Ann!a@h REDACT #lobby m{0}",
    ],
)
def test_what_is_not_shown_takes_no_more_memory_than_what_is(stage, line):
    history = stage.network.history("#lobby")
    history._most_kept, history._most = 20, 30

    stage.wire.feed(*(line.format(number) for number in range(100)))

    assert 0 < len(history) <= 30


def test_what_others_say_calls_one_as_before(stage):
    stage.wire.feed(":Ann!a@h PRIVMSG #lobby :hello noor")

    assert stage.network.room("#lobby").mentions == 1


def test_somebody_ignored_begins_no_conversation(stage):
    stage.wire.feed(":Troll!t@h PRIVMSG noor :hello")

    assert stage.told(RoomOpened) == []
    assert [room.name for room in stage.network.rooms()] == ["#lobby"]


def test_nobody_sees_that_somebody_ignored_is_writing(stage):
    stage.wire.feed("@+typing=active :Troll!t@h TAGMSG #lobby")
    stage.wire.feed("@+typing=active :Ann!a@h TAGMSG #lobby")

    assert [event.nick for event in stage.told(TypingHeard)] == ["Ann"]


def test_whom_one_hears_again_calls_one_again(stage):
    stage.network.ignoring.hear_again("troll")
    stage.wire.feed(":Troll!t@h PRIVMSG #lobby :sorry")

    assert stage.network.room("#lobby").unread == 1
    assert stage.told(IgnoringChanged) == [IgnoringChanged("troll")]


def test_whom_one_ignores_is_known_at_the_next_start(stage, jobs):
    stage.wire.feed(":Troll!t@h PRIVMSG #lobby :noor!")

    again = open_again(jobs)
    enter(again)

    assert again.network.ignoring.nicks == ["Troll"]
    assert again.network.ignoring.ignores("TROLL")
    assert again.network.room("#lobby").unread == 0


def test_whom_one_hears_again_is_heard_at_the_next_start(stage, jobs):
    stage.network.ignoring.hear_again("Troll")

    assert open_again(jobs).network.ignoring.nicks == []


def test_another_nick_is_no_way_round(stage):
    stage.wire.feed(":Troll!t@h NICK Angel", ":Ann!a@h NICK Anna")

    assert stage.network.ignoring.nicks == ["Troll", "Angel"]


def test_an_account_under_another_nick_is_no_way_round(stage):
    stage.wire.feed(
        ":s CAP noor ACK :account-tag",
        "@account=troll :Devil!t@h PRIVMSG noor :hello",
    )
    stage.give_page("Devil")
    stage.network.ignoring.ignore("Devil")
    stage.wire.feed(":Devil!t@h QUIT")
    stage.events.clear()
    stage.wire.feed("@account=troll :Angel!t@h PRIVMSG noor :hi")

    assert [room.name for room in stage.network.rooms()] == ["#lobby", "Angel"]
    assert stage.network.ignoring.ignores("Angel")
    assert stage.told(MessageAdded) == []


def test_who_takes_nick_after_nick_makes_no_list_grow_for_ever(stage, monkeypatch):
    monkeypatch.setattr(ignoring, "MOST_IGNORED", 3)
    for number in range(9):
        old = f"Troll{number - 1}" if number else "Troll"
        stage.wire.feed(f":{old}!t@h NICK Troll{number}")

    assert stage.network.ignoring.nicks == ["Troll", "Troll0", "Troll8"]


def test_who_takes_nick_after_nick_lets_nobody_else_be_heard(stage, monkeypatch):
    monkeypatch.setattr(ignoring, "MOST_IGNORED", 4)
    stage.network.ignoring.ignore("Bob")
    stage.wire.feed(":Bob!b@h NICK Bob2")
    for number in range(9):
        old = f"Troll{number - 1}" if number else "Troll"
        stage.wire.feed(f":{old}!t@h NICK Troll{number}")

    assert stage.network.ignoring.nicks == ["Troll", "Bob", "Bob2", "Troll8"]


def test_whom_one_ignores_again_by_hand_stays_ignored(stage, monkeypatch):
    monkeypatch.setattr(ignoring, "MOST_IGNORED", 2)
    stage.wire.feed(":Troll!t@h NICK Angel")
    stage.network.ignoring.ignore("Angel")
    stage.wire.feed(":Angel!t@h NICK Devil")

    assert stage.network.ignoring.nicks == ["Troll", "Angel", "Devil"]


def test_doing_it_twice_changes_nothing(stage):
    stage.network.ignoring.ignore("TROLL")
    stage.network.ignoring.hear_again("Ann")

    assert stage.network.ignoring.nicks == ["Troll"]
    assert stage.events == []


def test_another_server_begins_with_nobody_ignored(stage):
    stage.network.connect("other.example", 6667, "noor")

    assert stage.network.ignoring.nicks == []


def test_who_wrote_while_one_was_away_and_is_ignored_opens_nothing(jobs, stage):
    again = open_again(jobs)
    again.wire.feed(":s BATCH +t draft/chathistory-targets")
    time = "2026-11-22T12:30:00.000Z"
    again.wire.feed(
        f"@batch=t :s CHATHISTORY TARGETS Troll {time}",
        f"@batch=t :s CHATHISTORY TARGETS Ann {time}",
        ":s BATCH -t",
    )

    assert [room.name for room in again.network.rooms()] == ["#lobby", "Ann"]
