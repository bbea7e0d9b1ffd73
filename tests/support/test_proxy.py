"""The proxy carries bytes well or badly, as its fates say."""

import itertools
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import pytest

from tests.support.mischief import MISCHIEVOUS, Ending, Fate, fates
from tests.support.ports import closed_port
from tests.support.proxy import LOCALHOST, Proxy

DEADLINE_SECONDS = 30.0
GOOD = Fate()
Ends = tuple[socket.socket, socket.socket]
Dial = Callable[[Fate], Ends]


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server((LOCALHOST, 0)) as listener:
        listener.settimeout(DEADLINE_SECONDS)
        yield listener


@pytest.fixture
def dial(listener: socket.socket) -> Iterator[Dial]:
    """Connect through a proxy of one's own: give the client's and the server's end."""
    with ExitStack() as stack:

        def dial_one(fate: Fate) -> Ends:
            port = listener.getsockname()[1]
            proxy = stack.enter_context(Proxy(port, itertools.repeat(fate)))
            client = connect(proxy.port)
            server, _ = listener.accept()
            server.settimeout(DEADLINE_SECONDS)
            stack.enter_context(closing(client))
            stack.enter_context(closing(server))
            return client, server

        yield dial_one


def connect(port: int) -> socket.socket:
    return socket.create_connection((LOCALHOST, port), DEADLINE_SECONDS)


def read_all(end: socket.socket) -> bytes:
    """Read until the other side is closed, in whatever way."""
    received = bytearray()
    try:
        while piece := end.recv(65_536):
            received += piece
    except ConnectionError:
        pass
    return bytes(received)


def hears_nothing(end: socket.socket) -> bool:
    """Tell whether nothing comes, not even an end; the wait proves nothing more."""
    end.settimeout(0.05)
    try:
        return end.recv(1) is None
    except TimeoutError:
        return True


def test_a_good_connection_carries_both_ways_to_both_ends(dial: Dial) -> None:
    client, server = dial(GOOD)

    client.sendall(b"there")
    client.shutdown(socket.SHUT_WR)
    heard = read_all(server)
    server.sendall(b"and back")
    server.shutdown(socket.SHUT_WR)

    assert heard == b"there"
    assert read_all(client) == b"and back"


@pytest.mark.parametrize("fate", [Fate(piece=3), Fate(piece=100, delay=0.02)])
def test_a_slow_connection_carries_everything_in_order(dial: Dial, fate: Fate) -> None:
    client, server = dial(fate)
    words = bytes(range(256)) * 8

    client.sendall(words)
    client.shutdown(socket.SHUT_WR)

    assert read_all(server) == words


def test_more_than_can_be_held_is_carried_too(dial: Dial) -> None:
    client, server = dial(Fate(delay=0.01))
    words = bytes(range(256)) * 4_000
    sending = threading.Thread(target=client.sendall, args=(words,))

    sending.start()
    heard = b"".join(server.recv(256) for _ in range(10))
    while len(heard) < len(words):
        heard += server.recv(65_536)
    sending.join()

    assert heard == words


@pytest.mark.parametrize("ending", [Ending.CUT, Ending.RESET])
def test_a_cut_may_be_anywhere_in_a_line(dial: Dial, ending: Ending) -> None:
    client, server = dial(Fate(ending, after=5))

    server.sendall(b"half a line\r\n")

    assert b"half ".startswith(read_all(client))
    assert read_all(server) == b""


def test_bytes_of_both_ways_count_together(dial: Dial) -> None:
    client, server = dial(Fate(Ending.SWALLOWED, after=6))
    client.sendall(b"1234")
    heard = server.recv(4)

    server.sendall(b"5678")

    assert heard == b"1234"
    assert client.recv(4) == b"56"
    assert hears_nothing(client)


def test_what_is_swallowed_does_not_arrive_and_nobody_learns_of_it(dial: Dial) -> None:
    client, server = dial(Fate(Ending.SWALLOWED))

    client.sendall(b"x" * 200_000)
    server.sendall(b"x" * 200_000)

    assert hears_nothing(server)
    assert hears_nothing(client)


def test_the_end_of_what_is_swallowed_is_swallowed_too(dial: Dial) -> None:
    client, server = dial(Fate(Ending.SWALLOWED))

    client.close()

    assert hears_nothing(server)


@pytest.mark.parametrize(
    ("ending", "told"),
    [(Ending.CLIENT_LEFT_OPEN, 1), (Ending.SERVER_LEFT_OPEN, 0)],
)
def test_half_open_means_that_one_side_alone_learns_of_the_end(
    dial: Dial, ending: Ending, told: int
) -> None:
    ends = dial(Fate(ending))

    assert read_all(ends[told]) == b""
    assert hears_nothing(ends[1 - told])


def test_every_connection_takes_the_next_fate(listener: socket.socket) -> None:
    told = iter([Fate(Ending.CUT), GOOD])
    with Proxy(listener.getsockname()[1], told) as proxy:
        with connect(proxy.port) as first:
            assert read_all(first) == b""
        with connect(proxy.port) as second:
            listener.accept()[0].close()
            server, _ = listener.accept()
            with server:
                second.sendall(b"!")
                assert server.recv(1) == b"!"


def test_where_nobody_listens_the_connection_ends() -> None:
    with (
        closed_port() as port,
        Proxy(port, itertools.repeat(GOOD)) as proxy,
        connect(proxy.port) as client,
    ):
        assert read_all(client) == b""


def test_all_can_be_reset_and_later_ones_are_carried(listener: socket.socket) -> None:
    with Proxy(listener.getsockname()[1], itertools.repeat(GOOD)) as proxy:
        with connect(proxy.port) as client:
            listener.accept()[0].close()
            client.sendall(b"!")
            proxy.reset_all()
            assert read_all(client) == b""
        with connect(proxy.port) as later, listener.accept()[0] as server:
            later.sendall(b"!")
            assert server.recv(1) == b"!"


def test_a_stopped_proxy_leaves_nothing_behind(listener: socket.socket) -> None:
    before = threading.active_count()
    with Proxy(listener.getsockname()[1], itertools.repeat(GOOD)) as proxy:
        client = connect(proxy.port)
        server, _ = listener.accept()

    with client, server:
        assert read_all(client) == read_all(server) == b""
    assert threading.active_count() == before
    with pytest.raises(ConnectionRefusedError):
        connect(proxy.port)


def test_the_same_seed_gives_the_same_fates() -> None:
    first, second = (list(itertools.islice(fates(7, bad=5), 9)) for _ in range(2))

    assert first == second


def test_the_bad_fates_come_first_and_then_only_good_ones() -> None:
    drawn = list(itertools.islice(fates("noor", bad=5), 9))

    assert all(fate.ending in MISCHIEVOUS for fate in drawn[:5])
    assert all(fate.ending is Ending.NONE for fate in drawn[5:])
