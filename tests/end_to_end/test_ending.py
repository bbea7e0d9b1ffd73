"""Ctrl+C and the system's wish to end: a window leaves as its own button lets it."""

import os
import signal
import subprocess
import sys

import pytest

from tests.server.raw_client import RawClient
from tools.own_folders import own_environment
from tools.virtual_screen import virtual_screen

PATIENCE = 30


@pytest.fixture
def ada(server):
    with RawClient("127.0.0.1", server.port) as client:
        client.register("ada")
        client.roundtrip()
        yield client


@pytest.fixture
def window(stack, server, ada, tmp_path):
    """The program itself, signed in to the server."""
    display = stack.enter_context(virtual_screen())
    options = ("--server", "127.0.0.1", "--port", str(server.port))
    window = subprocess.Popen(
        [sys.executable, "-m", "chatapp", *options, "--username", "noor", "--connect"],
        env=own_environment({**os.environ, "DISPLAY": display}, tmp_path / "noor"),
        stderr=subprocess.PIPE,
    )
    ada.read_until("JOIN")
    yield window
    if window.poll() is None:
        window.kill()
    window.communicate()


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)]
)
def test_a_signal_ends_the_window_with_a_goodbye_and_no_complaint(
    window, ada, number, code
):
    window.send_signal(number)

    farewell = ada.read_until("QUIT")[-1]
    assert farewell.source.startswith("noor!")
    assert window.wait(PATIENCE) == code
    assert window.stderr.read() == b""
