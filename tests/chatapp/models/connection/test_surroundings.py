"""Noticing that the computer slept, or that its way to the server changed."""

import errno
import socket
from datetime import timedelta

import pytest

from chatapp.models.connection.surroundings import (
    LOOK_EVERY,
    Senses,
    Surroundings,
    local_address_towards,
)

IPV4 = (socket.AF_INET, ("192.0.2.7", 6667))
IPV6 = (socket.AF_INET6, ("2001:db8::7", 6667, 0, 0))


class World:
    """The clocks and the network of a computer that may sleep."""

    def __init__(self, fake_time):
        self.fake_time = fake_time
        self.told = []
        self.wall_is_ahead = timedelta()
        self.monotonic_is_behind = 0.0
        self.way = "192.0.2.50"
        self.surroundings = Surroundings(
            fake_time,
            lambda: fake_time.now() + self.wall_is_ahead,
            Senses(
                lambda: fake_time.seconds - self.monotonic_is_behind,
                lambda _server: self.way,
            ),
            self.told.append,
        )

    def look(self):
        self.fake_time.pass_by(LOOK_EVERY)


@pytest.fixture
def world(fake_time):
    world = World(fake_time)
    world.surroundings.watch(IPV4)
    return world


def test_while_nothing_happens_nothing_is_told(world, fake_time):
    fake_time.pass_by(3600)

    assert world.told == []


def test_a_sleep_is_told_where_only_the_wall_clock_goes_on(world):
    world.wall_is_ahead = timedelta(minutes=10)

    world.look()
    world.look()

    assert world.told == [True]


def test_a_sleep_is_told_where_only_the_monotonic_clock_goes_on(world):
    world.wall_is_ahead = -timedelta(minutes=10)
    world.monotonic_is_behind = -600.0

    world.look()
    world.look()

    assert world.told == [True]


def test_a_program_that_was_busy_for_a_moment_did_not_sleep(world):
    world.wall_is_ahead = timedelta(seconds=3)

    world.look()

    assert world.told == []


def test_a_clock_that_is_set_back_is_no_sleep(world):
    world.wall_is_ahead = -timedelta(hours=1)

    world.look()

    assert world.told == []


def test_a_new_way_is_told_once(world):
    world.way = "198.51.100.4"

    world.look()
    world.look()

    assert world.told == [True]


def test_a_way_that_is_gone_and_comes_back_is_told_both_times(world):
    world.way = None
    world.look()
    world.way = "192.0.2.50"
    world.look()

    assert world.told == [False, True]


def test_a_sleep_without_a_server_to_look_for_is_told(world):
    world.way = None
    world.surroundings.watch(None)
    world.wall_is_ahead = timedelta(minutes=10)

    world.look()

    assert world.told == [True]


def test_who_stops_looks_no_more(world, fake_time):
    world.surroundings.stop()
    world.way = None

    fake_time.pass_by(60)

    assert world.told == []
    assert fake_time.waiting == []


@pytest.fixture
def asking(mocker):
    made = mocker.patch("socket.socket", autospec=True)
    asking = made.return_value.__enter__.return_value
    asking.getsockname.return_value = ("192.0.2.50", 40000)
    return asking


@pytest.mark.parametrize("server", [IPV4, IPV6])
def test_the_system_is_asked_for_the_way_and_nothing_is_sent(asking, server):
    assert local_address_towards(server) == "192.0.2.50"

    socket.socket.assert_called_once_with(server[0], socket.SOCK_DGRAM)
    asking.connect.assert_called_once_with(server[1])
    asking.send.assert_not_called()


def test_the_question_never_waits(asking):
    local_address_towards(IPV4)

    asking.setblocking.assert_called_once_with(False)


def test_without_a_way_there_is_no_address(asking):
    asking.connect.side_effect = OSError(errno.ENETUNREACH, "Network is unreachable")

    assert local_address_towards(IPV4) is None


def test_this_computer_reaches_itself():
    address = local_address_towards((socket.AF_INET, ("127.0.0.1", 9)))

    assert address == "127.0.0.1"
