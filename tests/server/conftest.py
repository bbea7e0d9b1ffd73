"""What the server's tests share: a server that ends with its test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from server.clock import Clock
from tests.server.running import RunningServer, settings_for_tests

StartServer = Callable[..., RunningServer]


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[StartServer]:
    """Start servers with the settings that are given by section."""
    running: list[RunningServer] = []

    def start(clock: Clock | None = None, load: Any = None, **sections: Any):
        settings = settings_for_tests(**sections)
        running.append(RunningServer(tmp_path, settings, clock, load))
        return running[-1]

    yield start
    for each in running:
        each.stop()


@pytest.fixture
def chat(start_server: StartServer) -> RunningServer:
    """A server that listens on a free port of this machine."""
    return start_server()
