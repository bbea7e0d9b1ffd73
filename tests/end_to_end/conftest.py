"""Real servers and real windows, each a process and each window on its own screen."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from chatapp.models.hosting.hosted_server import order_end
from chatapp.models.hosting.hosting import SERVER_COMMAND
from chatapp.models.hosting.running_server import read_note
from tests.end_to_end.server_process import ServerProcess
from tools.own_folders import own_environment
from tools.virtual_screen import virtual_screen
from tools.window import Window

OpenWindow = Callable[..., Window]

SECONDS_TO_END = 30.0


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def server(stack: ExitStack, tmp_path: Path) -> ServerProcess:
    """A server on a free port, which a test can kill and start again."""
    return stack.enter_context(ServerProcess(tmp_path / "server"))


@pytest.fixture
def no_server_stays(tmp_path: Path) -> Iterator[None]:
    """End the server of a chat that a window of "host" has let go on."""
    yield
    folder = tmp_path / "host" / "data" / "hosted"
    if read_note(folder):
        order_end(SERVER_COMMAND, folder).join(SECONDS_TO_END)


@pytest.fixture
def open_window(stack: ExitStack, tmp_path: Path) -> OpenWindow:
    """Open windows; each name has its own folders, kept when it is opened again."""

    def open_one(name: str, *options: str) -> Window:
        display = stack.enter_context(virtual_screen())
        environment = own_environment(
            {**os.environ, "DISPLAY": display}, tmp_path / name
        )
        return stack.enter_context(Window(environment, *options))

    return open_one


@pytest.fixture
def sign_in(open_window: OpenWindow, server: ServerProcess) -> OpenWindow:
    """Open windows that sign in to the server, up to the lobby."""

    def sign_one_in(name: str, *options: str) -> Window:
        address = ("--server", "127.0.0.1", "--port", str(server.port))
        window = open_window(name, *address, "--username", name, "--connect", *options)
        window.wait_for("Message #lobby", f"signed in as {name}")
        return window

    return sign_one_in
