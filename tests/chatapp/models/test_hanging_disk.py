"""A disk that hangs: words are shown and go out, in order, and are kept when it can."""

import sys

import pytest

from chatapp.models.entities import Delivery
from chatapp.models.events import KeepingChanged
from chatapp.models.history.recollection import DISK_SECONDS
from chatapp.models.program.patience import HANGS, HANGS_AFTER
from tests.chatapp.models.fake_jobs import SlowJobs
from tests.chatapp.models.fakes import NetworkStage
from tests.chatapp.models.kept import SAFE, open_lobby, rows, states, unconfirmed


@pytest.fixture
def jobs() -> SlowJobs:
    return SlowJobs()


@pytest.fixture
def lobby(jobs) -> NetworkStage:
    lobby = open_lobby(jobs)
    jobs.is_slow = True
    return lobby


def test_what_is_written_is_shown_and_sent_after_a_moment(lobby):
    lobby.network.say("#lobby", "hello")
    assert unconfirmed(lobby) == []

    lobby.time.pass_by(HANGS_AFTER)

    assert states(lobby) == [("hello", Delivery.SENT)]
    assert lobby.wire.take_said() == ["#lobby hello"]
    assert lobby.told(KeepingChanged) == [KeepingChanged(HANGS)]


def test_all_of_it_goes_out_in_the_order_in_which_it_was_written(lobby):
    lobby.network.say("#lobby", "one")
    lobby.time.pass_by(HANGS_AFTER / 2)
    lobby.network.say("#lobby", "two")
    lobby.time.pass_by(HANGS_AFTER / 2)
    lobby.network.say("#lobby", "three")

    said = ["#lobby one", "#lobby two", "#lobby three"]
    assert lobby.wire.take_said() == said


def test_a_disk_that_answers_again_has_it_as_it_stands_and_is_waited_for(lobby, jobs):
    lobby.network.say("#lobby", "one")
    lobby.time.pass_by(HANGS_AFTER)
    lobby.network.say("#lobby", "two")
    lobby.wire.feed(":s 404 noor #lobby :No", ":s 404 noor #lobby :No")

    jobs.catch_up()
    lobby.network.say("#lobby", "three")

    assert rows(jobs) == [("one", "FAILED"), ("two", "FAILED")]
    assert lobby.told(KeepingChanged)[-1] == KeepingChanged()
    assert [line.text for line in unconfirmed(lobby)] == ["one", "two"]


def test_nothing_is_shown_twice_when_the_disk_answers_late(lobby, jobs):
    lobby.network.say("#lobby", "hello")
    lobby.time.pass_by(HANGS_AFTER)
    lobby.wire.feed("@msgid=m1 :noor!u@h PRIVMSG #lobby :hello")

    jobs.catch_up()

    assert lobby.texts() == ["hello"]
    assert rows(jobs) == []


def test_a_disk_that_answers_in_time_is_not_spoken_of(lobby, jobs):
    lobby.network.say("#lobby", "hello")
    lobby.time.pass_by(HANGS_AFTER / 2)
    jobs.is_slow = False
    jobs.catch_up()
    lobby.time.pass_by(HANGS_AFTER)

    assert states(lobby) == [("hello", Delivery.SENT)]
    assert lobby.told(KeepingChanged) == []


def test_a_disk_that_is_slow_with_very_much_does_not_hang(lobby, jobs):
    for number in range(3):
        lobby.network.say("#lobby", f"line {number}")
    for _each in range(3):
        lobby.time.pass_by(HANGS_AFTER * 0.9)
        jobs.do_next()

    assert [text for text, _state in states(lobby)] == ["line 0", "line 1", "line 2"]
    assert lobby.told(KeepingChanged) == []


def test_however_much_waits_for_a_disk_that_hangs_goes_on_in_its_order(lobby):
    texts = [f"line {number}" for number in range(sys.getrecursionlimit())]
    for text in texts:
        lobby.network.say("#lobby", text)

    lobby.time.pass_by(HANGS_AFTER)

    assert [line.text for line in unconfirmed(lobby)] == texts


def test_what_was_missed_is_asked_for_although_the_disk_does_not_answer(lobby, jobs):
    jobs.is_slow = True
    lobby.wire.end()
    lobby.reconnect()
    lobby.welcome(SAFE)
    lobby.enter()
    lobby.wire.take_sent()

    lobby.stay_online(int(DISK_SECONDS) + 1)

    asked = [line for line in lobby.wire.take_sent() if "CHATHISTORY LATEST" in line]
    assert len(asked) == 1
    jobs.catch_up()
    assert not [line for line in lobby.wire.take_sent() if "LATEST" in line]


def test_who_is_told_very_much_waits_no_longer_for_the_disk(monkeypatch):
    monkeypatch.setattr("chatapp.models.arrival.MOST_HELD", 2)
    jobs = SlowJobs()
    jobs.is_slow = True
    stage = NetworkStage(jobs)
    stage.sign_in(SAFE)
    stage.enter()
    said = [f"@msgid=m{each} :Ann!a@h PRIVMSG #lobby :line {each}" for each in "123"]

    stage.wire.feed(*said)

    assert stage.texts() == ["line 1", "line 2", "line 3"]
