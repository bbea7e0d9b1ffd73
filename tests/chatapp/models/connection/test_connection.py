"""The connection's two threads, over real sockets and over a played one."""

import queue
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from chatapp.models.connection.connection import (
    Connection,
    HostFound,
    LinesArrived,
    LinkEnded,
    LinkOpened,
)
from chatapp.models.connection.encryption import IN_PLAIN
from chatapp.models.events import Problem
from tests.support.ports import closed_port

PATIENCE = 30.0
NOWHERE = (socket.AF_INET, ("127.0.0.1", 1))


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(PATIENCE)
        yield listening


class Caller:
    """A connection to the listener, and what it told."""

    def __init__(self, port, mailbox, loop):
        self.loop = loop
        self.told = []
        self.connection = Connection(
            "127.0.0.1", port, mailbox.post, self.told.append, IN_PLAIN
        )

    def wait_for(self, kind):
        self.loop.run_until(lambda: any(isinstance(one, kind) for one in self.told))
        return next(one for one in self.told if isinstance(one, kind))

    def lines(self):
        arrived = [one.lines for one in self.told if isinstance(one, LinesArrived)]
        return [line for lines in arrived for line in lines]


@pytest.fixture
def caller(listener, mailbox, loop):
    caller = Caller(listener.getsockname()[1], mailbox, loop)
    yield caller
    caller.connection.close()
    caller.connection.wait_until_ended(PATIENCE)


@pytest.fixture
def server_side(listener, caller) -> Iterator[socket.socket]:
    accepted, _ = listener.accept()
    with accepted:
        accepted.settimeout(PATIENCE)
        yield accepted


def read_to_end(server_side):
    data = b""
    while part := server_side.recv(65536):
        data += part
    return data


def test_lines_go_both_ways(caller, server_side):
    caller.wait_for(LinkOpened)

    caller.connection.send("NICK Äpfel")
    server_side.sendall(":s 001 hi\r\n:s 002 hällo\n".encode())
    caller.loop.run_until(lambda: len(caller.lines()) == 2)

    assert server_side.makefile("rb").readline() == "NICK Äpfel\r\n".encode()
    assert caller.lines() == [":s 001 hi", ":s 002 hällo"]


def test_it_tells_how_far_it_has_come_and_where_the_server_is(caller, server_side):
    opened = caller.wait_for(LinkOpened)

    assert caller.told[0] == HostFound()
    assert opened == LinkOpened((socket.AF_INET, server_side.getsockname()))


def test_lines_that_are_longer_or_not_utf_8_are_read_in_their_place(
    caller, server_side
):
    server_side.sendall(b"one\r\ncaf\xe9\r\n" + b"x" * 600 + b"\r\nfour\r\n")
    caller.loop.run_until(lambda: len(caller.lines()) == 4)

    assert caller.lines() == ["one", "café", "x" * 600, "four"]


def test_the_end_of_the_connection_is_told_after_its_last_line(caller, server_side):
    server_side.sendall(b"ERROR :Bye\r\n")
    server_side.close()

    ended = caller.wait_for(LinkEnded)

    assert ended.problem is Problem.LOST
    assert caller.lines() == ["ERROR :Bye"]
    assert caller.told[-1] is ended


def test_after_closing_nothing_is_told_and_the_last_words_go_out(caller, server_side):
    caller.wait_for(LinkOpened)
    told = list(caller.told)

    caller.connection.send("QUIT :bye")
    caller.connection.close()
    caller.connection.close()
    server_side.sendall(b"too late\r\n")

    assert read_to_end(server_side) == b"QUIT :bye\r\n"
    server_side.close()
    caller.connection.wait_until_ended(PATIENCE)
    assert caller.told == told


def test_closing_does_not_wait_for_a_server_that_does_not_read(caller, server_side):
    caller.wait_for(LinkOpened)
    for _ in range(9_000):
        caller.connection.send("x" * 500)

    caller.connection.close()

    assert not caller.connection._ended.is_set()
    caller.connection.wait_until_ended(PATIENCE)


def test_a_server_that_does_not_read_does_not_fill_the_memory(caller, server_side):
    caller.wait_for(LinkOpened)

    for _ in range(60_000):
        caller.connection.send("x" * 500)

    assert caller.wait_for(LinkEnded).problem is Problem.LOST


def test_a_server_that_sends_too_fast_waits_for_the_window(
    caller, server_side, mailbox
):
    caller.wait_for(LinkOpened)
    waiting = []
    mailbox.post = waiting.append
    caller.connection._post = waiting.append
    server_side.setblocking(False)
    sent = 0
    deadline = time.monotonic() + PATIENCE

    # Nobody empties the mailbox: at some time the server can send no more.
    block = b"PING :x\r\n" * 7_000
    quiet_since = None
    while quiet_since is None or time.monotonic() - quiet_since < 0.3:
        assert time.monotonic() < deadline
        try:
            sent += server_side.send(block)
            quiet_since = None
        except BlockingIOError:
            quiet_since = quiet_since or time.monotonic()

    assert len(waiting) <= 64
    assert sum(len(each.args[0].lines) for each in waiting) <= 64 * 32


def test_closing_ends_a_reader_that_waits_for_the_window(mocker):
    posted = queue.SimpleQueue()
    played = mocker.MagicMock()
    played.recv.side_effect = lambda _size: b"PING :x\r\n" * 10_000
    played.shutdown.side_effect = lambda _how: setattr(
        played.recv, "side_effect", lambda _size: b""
    )
    mocker.patch(
        "chatapp.models.connection.connection.dial", return_value=(played, NOWHERE)
    )
    connection = Connection("127.0.0.1", 6667, posted.put, mocker.Mock(), IN_PLAIN)
    for _ in range(64):
        posted.get(timeout=PATIENCE)

    connection.close()
    connection.wait_until_ended(PATIENCE)

    assert connection._ended.is_set()


def test_nobody_listening_is_told(mailbox, loop):
    with closed_port() as port:
        caller = Caller(port, mailbox, loop)

        assert caller.wait_for(LinkEnded).problem is Problem.NO_ANSWER


def test_closing_while_a_name_is_looked_up_leaves_it_to_its_thread(
    mailbox, loop, mocker
):
    go_on = threading.Event()

    def look_up(*_arguments, **_others):
        go_on.wait(PATIENCE)
        raise socket.gaierror(-2, "unknown")

    mocker.patch("socket.getaddrinfo", side_effect=look_up)
    caller = Caller(6667, mailbox, loop)

    caller.connection.close()
    caller.connection.wait_until_ended(PATIENCE)

    assert caller.connection._ended.is_set()
    assert not go_on.is_set()
    go_on.set()
    assert caller.told == []


def test_an_error_while_reading_is_told_with_its_reason(mocker, mailbox, loop):
    played = mocker.MagicMock()
    played.recv.side_effect = [b"one\r\n", OSError(104, "Connection reset by peer")]
    mocker.patch(
        "chatapp.models.connection.connection.dial", return_value=(played, NOWHERE)
    )

    caller = Caller(6667, mailbox, loop)
    ended = caller.wait_for(LinkEnded)

    assert ended == LinkEnded(Problem.LOST, "Connection reset by peer")
    assert caller.lines() == ["one"]


def test_what_is_queued_goes_out_in_one_piece(mocker, mailbox, loop):
    played = mocker.MagicMock()
    let_go = threading.Event()
    played.recv.side_effect = lambda _size: let_go.wait(PATIENCE) and b""
    started = threading.Event()
    first_may_end = threading.Event()

    def send(data):
        started.set()
        first_may_end.wait(PATIENCE)

    played.sendall.side_effect = send
    mocker.patch(
        "chatapp.models.connection.connection.dial", return_value=(played, NOWHERE)
    )
    caller = Caller(6667, mailbox, loop)
    caller.wait_for(LinkOpened)

    caller.connection.send("one")
    assert started.wait(PATIENCE)
    caller.connection.send("two")
    caller.connection.send("three")
    first_may_end.set()
    loop.run_until(lambda: played.sendall.call_count == 2)

    assert played.sendall.call_args_list[1].args == (b"two\r\nthree\r\n",)
    let_go.set()
    caller.wait_for(LinkEnded)


def test_a_fault_of_the_program_in_the_reader_ends_the_link(
    mocker, mailbox, loop, caplog
):
    mocker.patch(
        "chatapp.models.connection.connection.dial", side_effect=RuntimeError("oops")
    )

    caller = Caller(6667, mailbox, loop)

    assert caller.wait_for(LinkEnded).problem is Problem.LOST
    assert "The reader thread failed" in caplog.text
