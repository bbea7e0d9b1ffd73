"""What a port that is held is good for."""

import socket

import pytest

from tests.support.ports import LOCALHOST, closed_port, held_port


def test_at_a_closed_port_nobody_answers() -> None:
    with closed_port() as port, pytest.raises(ConnectionRefusedError):
        socket.create_connection((LOCALHOST, port))


def test_at_a_held_port_one_listens_ends_and_listens_again() -> None:
    with held_port() as port:
        for _ in range(2):
            with (
                socket.create_server((LOCALHOST, port)) as listener,
                socket.create_connection((LOCALHOST, port)),
            ):
                listener.accept()[0].close()
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection((LOCALHOST, port))
