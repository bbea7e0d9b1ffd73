"""The connection's end on Windows, played with a socket that is as those there."""

import queue
import socket

from chatapp.models.connection.connection import Connection, LinkOpened
from chatapp.models.connection.dialling import dial
from chatapp.models.connection.encryption import IN_PLAIN

PATIENCE = 30.0


class WindowsSocket(socket.socket):
    """A socket of which only the end wakes a thread that waits for bytes."""

    def shutdown(self, how):
        if how == socket.SHUT_WR:
            super().shutdown(how)

    def close(self):
        if self.fileno() >= 0:
            super().shutdown(socket.SHUT_RDWR)
        super().close()


def dial_on_windows(*arguments):
    connected, server = dial(*arguments)
    return WindowsSocket(fileno=connected.detach()), server


def test_closing_ends_though_the_server_says_nothing(mocker):
    mocker.patch("sys.platform", "win32")
    mocker.patch("chatapp.models.connection.connection.dial", dial_on_windows)
    told: queue.SimpleQueue[object] = queue.SimpleQueue()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        connection = Connection("127.0.0.1", port, lambda do: do(), told.put, IN_PLAIN)
        while not isinstance(told.get(timeout=PATIENCE), LinkOpened):
            pass
        connection.close()
        connection.wait_until_ended(PATIENCE)

    assert connection._ended.is_set()
