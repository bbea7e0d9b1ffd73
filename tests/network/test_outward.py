"""Who is on a server by 127.0.0.1 is told how others reach it from elsewhere."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.network.conftest import THERE, environment_of
from tests.network.hosts import Host
from tools.virtual_screen import virtual_screen
from tools.window import Window

pytestmark = pytest.mark.network


@pytest.fixture
def beside(there: Host, tmp_path: Path, serve):
    """A window on the server's own computer, which knows it by 127.0.0.1."""
    with ExitStack() as stack:
        port = stack.enter_context(serve())
        environment = environment_of(tmp_path / "beside")
        environment["DISPLAY"] = stack.enter_context(virtual_screen())
        address = ("--server", "127.0.0.1", "--port", str(port))
        options = (*address, "--username", "kofi", "--connect")
        window = Window(environment, *options, within=there.within())
        yield stack.enter_context(window)


def test_others_come_in_by_the_command_that_is_shown(beside, open_window):
    beside.wait_for(f"Others join with:  chatapp --server {THERE} --port 7001")
    shown = next(text for text in beside.order("texts") if "--server" in text)
    options = shown.partition("chatapp ")[2].split()

    window = open_window(*options, "--username", "noor", "--connect")

    window.wait_for("Message #lobby", "signed in as noor")
    beside.wait_for("noor joined")
