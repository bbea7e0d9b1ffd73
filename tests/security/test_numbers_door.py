"""Attacks on the door at which the numbers for Prometheus are asked for."""

import socket
import struct
from contextlib import ExitStack

import pytest

from server.network.metrics import MOST_AT_ONCE
from tests.server.raw_client import DEADLINE_SECONDS

ASKS = b"GET /health HTTP/1.0\r\n\r\n"
RESETS = struct.pack("ii", 1, 0)  # for SO_LINGER


@pytest.fixture
def port(start_server):
    chat = start_server(metrics={"enabled": True, "port": 0})
    return chat.server.metrics_port


def knock(port, words):
    """Connect and say something, which need not be all."""
    asking = socket.create_connection(("127.0.0.1", port), DEADLINE_SECONDS)
    asking.sendall(words)
    return asking


def answer_to(port):
    with knock(port, ASKS) as asking:
        return b"".join(iter(lambda: asking.recv(4096), b""))


def has_ended(asking):
    try:
        return asking.recv(1) == b""
    except ConnectionError:
        return True


@pytest.mark.parametrize("words", [b"", b"GET /metrics HTTP/1.0\r\nX: y"])
def test_many_who_never_end_their_request_keep_out_nobody(port, words):
    with ExitStack() as stack:
        many = [knock(port, words) for _ in range(2 * MOST_AT_ONCE)]
        for each in many:
            stack.enter_context(each)

        assert b"well" in answer_to(port)
        assert all(map(has_ended, many[:MOST_AT_ONCE]))


def test_who_hangs_up_is_no_matter_for_the_log(port, capsys, caplog):
    for _ in range(20):
        with knock(port, ASKS[:-2]) as asking:
            asking.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESETS)

    assert b"well" in answer_to(port)
    assert capsys.readouterr().err == ""
    assert not [each for each in caplog.records if each.levelname == "ERROR"]
