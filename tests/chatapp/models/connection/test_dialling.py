"""Finding and trying a server's addresses, with a socket that is played."""

import errno
import socket
import threading
from functools import partial
from itertools import count

import pytest

from chatapp.models.connection.dialling import (
    CouldNotConnect,
    Timeouts,
    dial,
    find_addresses,
)
from chatapp.models.events import Problem

STREAM = (socket.SOCK_STREAM, 6, "")
IPV6 = (socket.AF_INET6, *STREAM, ("::1", 6667, 0, 0))
IPV4 = (socket.AF_INET, *STREAM, ("127.0.0.1", 6667))
TIMEOUTS = Timeouts(each=5.0, overall=20.0)


@pytest.fixture
def lookup(mocker):
    return mocker.patch("socket.getaddrinfo", return_value=[IPV6, IPV4])


@pytest.fixture
def sockets(mocker):
    """The sockets that are made, each told what its connect() does."""
    made = [mocker.Mock(), mocker.Mock()]
    for number, each in enumerate(made):
        each.getsockname.return_value = ("me", number)
        each.getpeername = mocker.Mock(side_effect=partial(peer_of, each))
    mocker.patch("socket.socket", side_effect=made)
    return made


def peer_of(connected):
    """Give the address to which a socket was connected."""
    return connected.connect.call_args.args[0]


def call(clock=lambda: 0.0, given_up=None):
    addresses = find_addresses("chat.example", 6667)
    return dial(addresses, TIMEOUTS, clock, given_up or threading.Event())


def test_the_first_address_that_answers_is_taken(lookup, sockets):
    assert call() == (sockets[0], (socket.AF_INET6, ("::1", 6667, 0, 0)))

    sockets[0].connect.assert_called_once_with(("::1", 6667, 0, 0))
    sockets[0].setsockopt.assert_any_call(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    sockets[0].setsockopt.assert_any_call(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    assert sockets[0].settimeout.call_args_list[-1].args == (None,)


def test_the_next_address_is_tried_where_the_first_does_not_answer(lookup, sockets):
    sockets[0].connect.side_effect = ConnectionRefusedError()

    assert call() == (sockets[1], (socket.AF_INET, ("127.0.0.1", 6667)))
    sockets[0].close.assert_called_once_with()


def test_an_address_that_is_named_twice_is_tried_once(lookup, sockets):
    lookup.return_value = [IPV4, IPV4]
    sockets[0].connect.side_effect = ConnectionRefusedError()

    with pytest.raises(CouldNotConnect):
        call()

    sockets[1].connect.assert_not_called()


@pytest.mark.parametrize(
    ("errors", "problem"),
    [
        ((ConnectionRefusedError(), ConnectionRefusedError()), Problem.NO_ANSWER),
        ((OSError(errno.ENETUNREACH, "no"), TimeoutError()), Problem.TIMED_OUT),
        ((TimeoutError(), ConnectionRefusedError()), Problem.NO_ANSWER),
        (
            (OSError(errno.EHOSTUNREACH, "no"), OSError(errno.ENETUNREACH, "no")),
            Problem.UNREACHABLE,
        ),
        ((PermissionError(), PermissionError()), Problem.UNREACHABLE),
        ((ConnectionResetError(), ConnectionResetError()), Problem.NO_ANSWER),
        ((OSError(errno.EMFILE, "many"), TimeoutError()), Problem.TIMED_OUT),
    ],
)
def test_of_several_failures_the_most_telling_is_told(lookup, sockets, errors, problem):
    sockets[0].connect.side_effect, sockets[1].connect.side_effect = errors

    with pytest.raises(CouldNotConnect) as raised:
        call()

    assert raised.value.problem is problem


@pytest.mark.parametrize(
    "error", [socket.gaierror(-2, "Name or service not known"), UnicodeError("label")]
)
def test_a_name_that_nobody_knows_is_told_so(mocker, error):
    mocker.patch("socket.getaddrinfo", side_effect=error)

    with pytest.raises(CouldNotConnect) as raised:
        call()

    assert raised.value.problem is Problem.UNKNOWN_HOST


def test_a_socket_that_is_connected_to_itself_is_nobody(lookup, sockets):
    lookup.return_value = [IPV4]
    sockets[0].getpeername = sockets[0].getsockname

    with pytest.raises(CouldNotConnect) as raised:
        call()

    assert raised.value.problem is Problem.NO_ANSWER
    sockets[0].close.assert_called_once_with()


def test_a_connection_that_is_reset_at_once_is_not_left_open(lookup, sockets):
    lookup.return_value = [IPV4]
    sockets[0].getpeername.side_effect = OSError(errno.ENOTCONN, "gone")

    with pytest.raises(CouldNotConnect):
        call()

    sockets[0].close.assert_called_once_with()


def test_all_addresses_together_have_their_time_too(lookup, sockets):
    sockets[0].connect.side_effect = TimeoutError()
    moments = count(0, 12.0)

    with pytest.raises(CouldNotConnect) as raised:
        call(lambda: next(moments))

    assert raised.value.problem is Problem.TIMED_OUT
    sockets[1].connect.assert_not_called()


def test_who_has_given_up_tries_no_further_address(lookup, sockets):
    given_up = threading.Event()
    given_up.set()

    with pytest.raises(CouldNotConnect):
        call(given_up=given_up)

    sockets[0].connect.assert_not_called()


def test_a_system_without_the_finer_keep_alive_does_without(lookup, sockets, mocker):
    for name in ("TCP_KEEPIDLE", "TCP_KEEPINTVL", "TCP_KEEPCNT"):
        mocker.patch(f"socket.{name}", None, create=True)

    call()

    assert sockets[0].setsockopt.call_count == 2
