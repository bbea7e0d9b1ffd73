"""Windows come in by invitations of another computer, and let nobody pose as it."""

import subprocess
import sys
from contextlib import contextmanager

import pytest

from tests.network.conftest import THERE, environment_of
from tools.programs import running_server
from tools.virtual_screen import virtual_screen
from tools.window import Window

pytestmark = pytest.mark.network

PORT = "7001"


@pytest.fixture
def serve_as(there, tmp_path):
    """Run a server with a certificate of its own, at the same place as all others."""

    @contextmanager
    def serve_as(name: str, **settings: str):
        command = there.within(sys.executable, "-m", "server", "--port", PORT)
        with running_server(environment_of(tmp_path / name) | settings, command):
            yield

    return serve_as


@pytest.fixture
def order(there, tmp_path):
    """Give an order to the server of this name; give its answer."""

    def order(name: str, *words: str) -> str:
        return subprocess.run(
            there.within(sys.executable, "-m", "server", *words),
            env=environment_of(tmp_path / name),
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        ).stdout

    return order


@pytest.fixture
def join(open_window):
    def join() -> Window:
        address = ("--server", THERE, "--port", PORT, "--username", "noor")
        return open_window(*address, "--connect")

    return join


def test_a_middleman_with_another_certificate_is_refused_at_the_next_sign_in(
    serve_as, join
):
    with serve_as("known"):
        window = join()
        window.wait_for("Message #lobby")
        window.close()

    with serve_as("middleman"):
        window = join()
        window.wait_for("This is not the server you know", "Stay away")


def test_a_middleman_with_another_certificate_is_told_nothing_by_who_comes_back(
    serve_as, join, order
):
    with serve_as("known"):
        window = join()
        window.wait_for("Message #lobby")

    with serve_as("middleman"):
        window.wait_for("This is not the server that answered")

        assert "users: 0" in order("middleman", "stats")


ONLY_INVITED = {"CHATAPP_SERVER__SERVER__INVITED_ONLY": "true"}


def test_an_invitation_lets_in_as_many_as_it_was_made_for(serve_as, order, open_window):
    with serve_as("known", **ONLY_INVITED):
        made = order("known", "invite", "make", "--uses", "1")
        link = made.split()[-1]
        open_window(link, "--username", "noor", "--connect").wait_for("Message #lobby")

        late = open_window(link, "--username", "kofi", "--connect")

        late.wait_for("This invitation has let in as many people as it was made for.")


def test_a_stolen_invitation_that_was_taken_back_lets_nobody_in(
    serve_as, order, open_window
):
    with serve_as("known", **ONLY_INVITED):
        link = order("known", "invite", "make").split()[-1]
        order("known", "invite", "revoke", "1")

        thief = open_window(link, "--username", "eve_", "--connect")

        thief.wait_for("This invitation was taken back.")


def test_a_chat_that_somebody_hosts_is_found_and_joined(there, tmp_path, open_window):
    with virtual_screen() as display:
        environment = environment_of(tmp_path / "host") | {"DISPLAY": display}
        options = ("--host", "--username", "ada_")
        with Window(environment, *options, within=there.within()) as host:
            host.wait_for("Message #lobby", THERE)
            guest = open_window()
            guest.wait_for("Physics 2b", "1 person")

            guest.order("fill", field="ADDRESS", text=THERE)
            guest.press("Sign in")

            guest.wait_for("Message #lobby", "root")
            host.wait_for("root joined")
