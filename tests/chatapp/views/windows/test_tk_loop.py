"""Time and sockets in Tk's loop, with a real window."""

import gc
import socket
import sys
import tkinter as tk

import pytest

from chatapp.views.windows.main_window import _report
from chatapp.views.windows.tk_loop import TkLoop


def test_a_timer_calls_back_once(main_window):
    called = tk.IntVar(main_window.root)

    main_window.call_later(0.01, lambda: called.set(called.get() + 1))
    main_window.root.wait_variable(called)

    assert called.get() == 1


def test_a_cancelled_timer_does_not_call_back(main_window):
    called, later = [], tk.BooleanVar(main_window.root)
    timer = main_window.call_later(0.005, lambda: called.append(1))

    timer.cancel()
    timer.cancel()
    main_window.call_later(0.03, lambda: later.set(True))
    main_window.root.wait_variable(later)

    assert called == []


@pytest.mark.parametrize("platform", [sys.platform, "win32"])
def test_a_watched_socket_calls_back_when_it_can_be_read(main_window, mocker, platform):
    """Where Tk cannot watch a socket, as on Windows, it is polled."""
    mocker.patch("chatapp.views.windows.tk_loop.sys.platform", platform)
    ear, mouth = socket.socketpair()
    heard = tk.StringVar(main_window.root)
    main_window.watch(ear, lambda: heard.set(ear.recv(10).decode()))

    mouth.send(b"hello")
    main_window.root.wait_variable(heard)
    main_window.unwatch(ear)

    assert heard.get() == "hello"
    ear.close()
    mouth.close()


def test_a_callback_that_fails_is_logged_without_its_words(caplog):
    try:
        raise ValueError("what somebody said")
    except ValueError as error:
        _report(type(error), error, error.__traceback__)

    assert "A callback of the window failed: ValueError" in caplog.text
    assert "ValueError: what" not in caplog.text


def test_what_a_whole_collection_leaves_is_not_looked_through_again(mocker):
    freeze = mocker.patch("gc.freeze")
    frozen = []

    def serve() -> None:
        for generation in (0, 1, 2):
            gc.collect(generation)
            frozen.append(freeze.call_count)

    loop = TkLoop(mocker.Mock(mainloop=serve))
    loop.run()
    gc.collect()

    assert frozen == [1, 1, 2]
    assert freeze.call_count == 2
