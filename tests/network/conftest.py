"""Two computers: on one is a server, on the other sits somebody at a window."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.network.hosts import Host, two_hosts
from tools.own_folders import own_environment
from tools.programs import running_server
from tools.virtual_screen import virtual_screen
from tools.window import Window

HERE, THERE = "192.168.77.1", "192.168.77.20"
CHAT = "Physics 2b"


def environment_of(folder: Path) -> dict[str, str]:
    """Give that of a program which is found, and finds."""
    environment = own_environment(os.environ, folder)
    del environment["CHATAPP_DISCOVERY"]
    environment["CHATAPP_SERVER__DISCOVERY__ANNOUNCE"] = "true"
    environment["CHATAPP_SERVER__DISCOVERY__NAME"] = CHAT
    return environment


def clock_off(by: str) -> tuple[str, ...]:
    """Give what runs a program with a clock that is wrong by so much."""
    kept = ("env", "FAKETIME_DONT_FAKE_MONOTONIC=1")
    return (*kept, "faketime", "-f", by)


@pytest.fixture
def hosts() -> Iterator[tuple[Host, Host]]:
    with two_hosts((HERE, THERE)) as hosts:
        yield hosts


@pytest.fixture
def here(hosts: tuple[Host, Host]) -> Host:
    return hosts[0]


@pytest.fixture
def there(hosts: tuple[Host, Host]) -> Host:
    return hosts[1]


@pytest.fixture
def serve(there: Host, tmp_path: Path):
    """Run a server on the other computer, until the block is left; give its port.

    Its clock may be a wrong one: `clock_off` gives such.
    """
    program = (sys.executable, "-m", "server", "--port", "7001")

    @contextmanager
    def serve(*clock: str) -> Iterator[int]:
        environment = environment_of(tmp_path / "server")
        with running_server(environment, there.within(*clock, *program)) as port:
            yield port

    return serve


@pytest.fixture
def open_window(here: Host, tmp_path: Path) -> Iterator[Callable[..., Window]]:
    """Open windows on this computer, of one person."""
    with ExitStack() as stack:

        def open_one(*options: str) -> Window:
            display = stack.enter_context(virtual_screen())
            environment = environment_of(tmp_path / "window")
            environment["DISPLAY"] = display
            window = Window(environment, *options, within=here.within())
            return stack.enter_context(window)

        yield open_one
