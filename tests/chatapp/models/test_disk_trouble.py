"""A disk that is full or slow keeps nobody from talking."""

from chatapp.models.arrival import PATIENCE
from chatapp.models.entities import Delivery
from chatapp.models.events import KeepingChanged
from tests.chatapp.models.fakes import FailingJobs, NetworkStage, SlowJobs
from tests.chatapp.models.kept import SAFE, enter, open_lobby, rows, states


def test_a_full_disk_keeps_nobody_from_talking():
    jobs = FailingJobs()
    lobby = open_lobby(jobs)
    jobs.is_full = True

    lobby.network.say("#lobby", "hello")

    assert states(lobby) == [("hello", Delivery.SENT)]
    assert lobby.wire.take_said() == ["#lobby hello"]
    assert lobby.told(KeepingChanged)[0] == KeepingChanged("The disk is full.")


def test_a_disk_that_works_again_is_told():
    jobs = FailingJobs()
    lobby = open_lobby(jobs)
    jobs.is_full = True
    lobby.network.say("#lobby", "hello")
    jobs.is_full = False

    lobby.network.say("#lobby", "again")

    assert lobby.told(KeepingChanged)[-1] == KeepingChanged()
    assert ("again", "WAITING") in rows(jobs)


def test_one_can_sign_in_while_nothing_can_be_kept():
    jobs = FailingJobs()
    jobs.is_full = True

    lobby = open_lobby(jobs)

    assert [room.name for room in lobby.network.rooms()] == ["#lobby"]


def test_a_disk_that_hangs_keeps_nobody_out():
    jobs = SlowJobs()
    jobs.is_slow = True
    stage = NetworkStage(jobs)
    stage.sign_in(SAFE)
    enter(stage)
    assert stage.network.rooms() == []

    stage.stay_online(int(PATIENCE) + 1)

    assert [room.name for room in stage.network.rooms()] == ["#lobby"]


def test_what_a_slow_disk_gives_late_goes_out_all_the_same():
    jobs = SlowJobs()
    crashed = open_lobby(jobs)
    crashed.wire.end()
    crashed.network.say("#lobby", "hello")
    again = NetworkStage(jobs, "b")
    jobs.is_slow = True
    again.sign_in(SAFE)
    enter(again)
    again.stay_online(int(PATIENCE) + 1)
    again.stay_online(15)

    jobs.is_slow = False
    jobs.catch_up()

    assert again.wire.take_said() == ["#lobby hello"]
