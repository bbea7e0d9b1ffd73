"""What tests with other people's programs share."""

import pytest

from tests.server.interop.terminal import Terminal


@pytest.fixture
def open_terminal(tmp_path):
    """Start programs in terminals; all end with the test."""
    terminals = []

    def start(name, *command):
        terminals.append(Terminal(tmp_path / name, *command))
        return terminals[-1]

    yield start
    for each in terminals:
        each.end()


@pytest.fixture
def chat(start_server):
    """A server that plays back what was said, for clients that cannot ask for it."""
    return start_server(history={"playback_on_join": 10})
