"""How one has one's rooms, and that another window finds them so."""

from datetime import timedelta

import pytest

from chatapp.models.entities import Attention
from chatapp.models.events import RoomChanged
from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.fakes import NOON, NetworkStage
from tests.chatapp.models.kept import SAFE, enter, open_lobby

HOUR = timedelta(hours=1)


@pytest.fixture
def jobs() -> FakeJobs:
    return FakeJobs()


@pytest.fixture
def stage(jobs: FakeJobs) -> NetworkStage:
    stage = open_lobby(jobs)
    enter(stage, room="#zoo")
    enter(stage, room="#art")
    stage.network.open_direct("Bob")
    return stage


def open_again(jobs: FakeJobs) -> NetworkStage:
    stage = NetworkStage(jobs, "b")
    stage.sign_in(SAFE)
    return stage


def names(stage: NetworkStage) -> list[str]:
    return [room.name for room in stage.network.rooms()]


def test_what_calls_one_in_a_room_is_kept(stage, jobs):
    stage.network.arranging.attend("#ZOO", Attention.MENTIONS)

    kept = open_again(jobs).network.room("#zoo")
    assert stage.network.room("#zoo").attention is Attention.MENTIONS
    assert kept.attention is Attention.MENTIONS


def test_a_room_that_is_quiet_for_an_hour_calls_one_again_as_before(stage):
    stage.network.arranging.attend("#zoo", Attention.MENTIONS)
    stage.network.arranging.be_quiet("#zoo", HOUR)

    before = stage.network.room("#zoo")
    stage.time.pass_by(3_600)
    after = stage.network.room("#zoo")

    assert (before.attention, after.attention) == (
        Attention.NOTHING,
        Attention.MENTIONS,
    )
    assert (before.quiet_until, after.quiet_until) == (NOON + HOUR, None)


def test_until_when_a_room_is_quiet_is_kept(stage, jobs):
    stage.network.arranging.be_quiet("#zoo", HOUR)

    assert open_again(jobs).network.room("#zoo").quiet_until == NOON + HOUR


def test_who_chooses_what_calls_one_is_not_quiet_any_more(stage):
    stage.network.arranging.be_quiet("#zoo", HOUR)
    stage.network.arranging.attend("#zoo", Attention.ALL)

    assert stage.network.room("#zoo").attention is Attention.ALL


def test_everybody_hears_that_a_room_calls_otherwise(stage):
    stage.events.clear()

    stage.network.arranging.attend("#zoo", Attention.NOTHING)
    stage.network.arranging.attend("#nowhere", Attention.NOTHING)

    assert stage.told(RoomChanged) == [RoomChanged("#zoo")]


def test_favourites_come_first_whatever_they_are(stage, jobs):
    stage.network.arranging.favour("Bob", True)
    stage.network.arranging.favour("#zoo", True)

    assert names(stage) == ["Bob", "#zoo", "#lobby", "#art"]
    assert names(open_again(jobs)) == ["Bob", "#zoo", "#lobby", "#art"]


def test_a_room_that_is_no_favourite_any_more_is_the_last_of_its_kind(stage, jobs):
    stage.network.arranging.favour("#zoo", True)
    stage.network.arranging.favour("#zoo", False)

    assert names(stage) == ["#lobby", "#art", "#zoo", "Bob"]
    assert names(open_again(jobs)) == ["#lobby", "#art", "#zoo", "Bob"]


def test_the_order_that_one_gave_is_kept(stage, jobs):
    stage.network.arranging.move("#art", "#lobby")
    stage.network.arranging.move("#lobby", "")

    assert names(stage) == ["#art", "#zoo", "#lobby", "Bob"]
    assert names(open_again(jobs)) == ["#art", "#zoo", "#lobby", "Bob"]


def test_a_room_that_is_opened_stands_behind_those_that_were_put_in_order(stage, jobs):
    stage.network.arranging.move("#art", "#lobby")
    enter(stage, room="#new")

    assert names(open_again(jobs))[:4] == ["#art", "#lobby", "#zoo", "#new"]


def test_what_is_not_open_cannot_be_moved(stage):
    stage.network.arranging.move("#nowhere", "#lobby")

    assert names(stage) == ["#lobby", "#zoo", "#art", "Bob"]
