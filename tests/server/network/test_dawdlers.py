"""Who stands at a full door for long is hurried, and nobody else."""

import threading

import pytest

from server.network.door_limits import DoorLimits
from server.network.host_names import HostNames
from tests.server.network.doorstep import Reactor, connect, make_door, wait_until
from tests.server.raw_client import DEADLINE_SECONDS

HALF_A_GREETING = b"GET / HT"


@pytest.fixture
def reactor():
    reactor = Reactor()
    yield reactor
    reactor.close()


@pytest.mark.parametrize("system", ["linux", "win32"])
def test_nobody_waits_behind_those_who_dawdle_at_a_full_door(reactor, mocker, system):
    mocker.patch("server.network.standing.ENOUGH_SECONDS", 0.0)
    door = make_door(reactor, DoorLimits(100, 100, places=2), DEADLINE_SECONDS)
    mocker.patch("sys.platform", system)
    door.open()
    with connect(door) as first, connect(door) as second:
        first.send_bytes(HALF_A_GREETING)
        second.send_bytes(HALF_A_GREETING)
        assert wait_until(lambda: door.limits.is_full)

        with connect(door) as anna:
            anna.send("NICK anna")

            assert reactor.has_one.wait(DEADLINE_SECONDS / 2)
            assert wait_until(lambda: door.limits.turned_away > 0)
    door.close()


def test_nobody_waits_behind_those_who_dawdle_at_another_door(reactor, mocker):
    mocker.patch("server.network.standing.ENOUGH_SECONDS", 0.0)
    limits = DoorLimits(100, 100, places=2)
    door, other = (make_door(reactor, limits, DEADLINE_SECONDS) for _ in range(2))
    door.open()
    other.open()
    with connect(door) as first, connect(door) as second:
        first.send_bytes(HALF_A_GREETING)
        second.send_bytes(HALF_A_GREETING)
        assert wait_until(lambda: limits.is_full)

        with connect(other) as anna:
            anna.send("NICK anna")

            assert reactor.has_one.wait(DEADLINE_SECONDS / 2)
    door.close()
    other.close()


def test_who_has_said_enough_is_not_hurried_while_his_address_is_looked_up(
    reactor, mocker
):
    asked, may_tell = threading.Event(), threading.Event()

    def look_up(_address: str, _seconds: float) -> None:
        asked.set()
        may_tell.wait(DEADLINE_SECONDS)

    mocker.patch("server.network.standing.ENOUGH_SECONDS", 0.0)
    names = mocker.Mock(spec=HostNames, **{"name_of.side_effect": look_up})
    door = make_door(reactor, DoorLimits(9, 9), names=names)
    door.open()
    with connect(door) as client:
        client.send("NICK anna")
        assert asked.wait(DEADLINE_SECONDS)
        door.limits.standing.hurry()
        may_tell.set()
        assert reactor.has_one.wait(DEADLINE_SECONDS)

        with pytest.raises(BlockingIOError):  # which is not the end
            reactor.newcomers[0].socket.recv(64)
    door.close()
