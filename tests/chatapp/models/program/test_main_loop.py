"""The main loop of clients without a window."""

import socket

import pytest

from chatapp.models.program.main_loop import MainLoop


@pytest.fixture
def loop():
    return MainLoop()


def test_calls_come_in_the_order_in_which_they_are_due(loop):
    called = []
    loop.call_later(0.02, lambda: (called.append("later"), loop.stop()))
    loop.call_later(0.01, lambda: called.append("sooner"))

    loop.run()

    assert called == ["sooner", "later"]


def test_a_call_that_is_cancelled_does_not_come(loop):
    called = []
    loop.call_later(0, lambda: called.append("cancelled")).cancel()
    loop.call_later(0.01, loop.stop)

    loop.run()

    assert called == []


def test_what_can_be_read_wakes_it(loop):
    heard = []
    ear, bell = socket.socketpair()
    with ear, bell:
        loop.watch(ear, lambda: (heard.append(ear.recv(9)), loop.stop()))
        bell.send(b"ding")

        loop.run()

    assert heard == [b"ding"]


def test_who_is_not_watched_any_more_wakes_nobody(loop):
    heard = []
    ear, bell = socket.socketpair()
    with ear, bell:
        loop.watch(ear, lambda: heard.append("ding"))
        bell.send(b"ding")
        loop.unwatch(ear)
        loop.call_later(0.01, loop.stop)

        loop.run()

    assert heard == []
