"""What the server does with systemd: its sockets, and the word that it is ready."""

import os
import socket
import subprocess
import sys

import pytest

from server.systemd import notify, take_sockets
from tests.server.raw_client import DEADLINE_SECONDS, RawClient
from tests.server.running import ServerProcess

LAUNCHER = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS="1")
os.execv(sys.executable, [sys.executable, "-m", "server", *sys.argv[2:]])
"""


@pytest.fixture
def notified(tmp_path_factory):
    """A socket on which systemd would hear how the server is, and its address."""
    path = tmp_path_factory.mktemp("n") / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as hearing:
        hearing.bind(str(path))
        hearing.settimeout(DEADLINE_SECONDS)
        yield hearing, str(path)


class InheritingServer(ServerProcess):
    """A server that is started with a socket that listens already."""

    def __init__(self, folder, listening):
        self._listening = listening
        listening.set_inheritable(True)
        super().__init__(folder, "--host", "127.0.0.1", "--port", "0")

    def _command(self, arguments):
        number = str(self._listening.fileno())
        return [sys.executable, "-c", LAUNCHER, number, *arguments]


def test_the_server_says_when_it_is_ready_and_when_it_ends(tmp_path, notified):
    hearing, address = notified
    local = ("--host", "127.0.0.1", "--port", "0")

    with ServerProcess(
        tmp_path, *local, environment={"NOTIFY_SOCKET": address}
    ) as server:
        ready = hearing.recv(100)
        server.terminate()
        ending = hearing.recv(100)

    assert (ready, ending) == (b"READY=1", b"STOPPING=1")


def test_the_server_takes_over_what_listens_already(tmp_path, mocker):
    real = subprocess.Popen
    mocker.patch(
        "subprocess.Popen",
        side_effect=lambda *given, **named: real(*given, close_fds=False, **named),
    )
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        with (
            InheritingServer(tmp_path, listening) as server,
            RawClient("127.0.0.1", port) as anna,
        ):
            anna.register("anna")

    assert server.port == port


def test_the_sockets_of_another_process_are_left_alone():
    environment = {"LISTEN_PID": str(os.getpid() + 1), "LISTEN_FDS": "1"}

    assert take_sockets(environment) == []
    assert environment == {}


def test_nobody_is_told_where_nobody_asked(mocker):
    opened = mocker.patch("socket.socket")

    notify({}, "READY=1")

    opened.assert_not_called()


def test_a_socket_at_which_nobody_hears_does_no_harm(mocker):
    opened = mocker.spy(socket, "socket")

    notify({"NOTIFY_SOCKET": "/nowhere/at/all"}, "READY=1")

    assert opened.spy_return.fileno() == -1
