"""The names of addresses: which are believed, and how long anybody waits for one."""

import socket
import threading

import pytest

from server.network.host_names import (
    SECONDS_TO_REMEMBER,
    HostNames,
    confirmed_name,
    is_host_name,
)
from tests.server.raw_client import DEADLINE_SECONDS


@pytest.fixture
def resolver(mocker):
    """The system's resolver: 192.0.2.7 is called Desk.example., which leads back."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.7", 0))]
    mocker.patch("socket.getnameinfo", return_value=("Desk.example.", "0"))
    return mocker.patch("socket.getaddrinfo", return_value=found)


def test_a_name_that_leads_back_is_believed(resolver):
    assert confirmed_name("192.0.2.7") == "desk.example"
    assert resolver.call_args.args[0] == "desk.example"


def test_a_name_that_leads_elsewhere_is_not_believed(resolver):
    assert confirmed_name("192.0.2.8") is None


@pytest.mark.parametrize("error", [socket.gaierror("unknown"), UnicodeError("long")])
def test_an_address_without_a_name_has_none(resolver, error):
    resolver.side_effect = error

    assert confirmed_name("192.0.2.7") is None


@pytest.mark.parametrize("address", ["0::1", "fe80::1%1"])
def test_every_way_to_write_an_address_can_be_asked_for(mocker, address):
    mocker.patch("socket.getnameinfo", return_value=("desk", "0"))
    found = [(socket.AF_INET6, socket.SOCK_STREAM, 6, "", (address, 0, 0, 0))]
    mocker.patch("socket.getaddrinfo", return_value=found)

    assert confirmed_name(address) == "desk"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("desk", True),
        ("desk-7.example", True),
        ("192.0.2.7", False),
        ("a b", False),
        (":desk", False),
        ("a@b", False),
        ("*.example", False),
        ("", False),
        ("a" * 63, True),
        ("a" * 64, False),
    ],
)
def test_a_name_can_stand_in_a_prefix_and_is_no_address(name, expected):
    assert is_host_name(name) is expected


def test_an_address_is_looked_up_once_in_a_while(mocker):
    resolve = mocker.Mock(side_effect=["desk", None])
    moments = iter((0.0, 0.0, 1.0, SECONDS_TO_REMEMBER, SECONDS_TO_REMEMBER))
    names = HostNames(resolve, lambda: next(moments))

    told = [names.name_of("192.0.2.7", DEADLINE_SECONDS) for _ in range(3)]

    assert told == ["desk", "desk", None]
    assert resolve.call_count == 2


@pytest.fixture
def slow_resolver():
    """A resolver that does not answer before the test ends."""
    may_answer = threading.Event()
    yield lambda _: may_answer.wait(DEADLINE_SECONDS) and "desk"
    may_answer.set()


def test_nobody_waits_for_a_slow_resolver_longer_than_he_may(slow_resolver):
    names = HostNames(slow_resolver)

    assert names.name_of("192.0.2.7", 0.01) is None
    assert names.name_of("192.0.2.8", -1) is None


def test_no_more_are_looked_up_at_a_time_than_there_are_threads_for(slow_resolver):
    names = HostNames(slow_resolver, most_look_ups=1)
    names.name_of("192.0.2.7", 0.01)

    assert names.name_of("192.0.2.8", 2 * DEADLINE_SECONDS) is None


def test_a_resolver_that_breaks_leaves_the_address(mocker):
    names = HostNames(mocker.Mock(side_effect=[OSError, "desk"]), most_look_ups=1)

    assert names.name_of("192.0.2.7", DEADLINE_SECONDS) is None
    assert names.name_of("192.0.2.7", DEADLINE_SECONDS) == "desk"


def test_where_the_system_gives_no_thread_there_is_no_name(mocker):
    mocker.patch("threading.Thread.start", side_effect=RuntimeError)
    resolve = mocker.Mock()

    assert HostNames(resolve).name_of("192.0.2.7", DEADLINE_SECONDS) is None
    assert not resolve.called
