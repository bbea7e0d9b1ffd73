"""Windows find servers on other computers, and find them again, by real mDNS."""

import sys
import time

import pytest

from tests.network.conftest import CHAT, THERE
from tools.window import Window

pytestmark = pytest.mark.network

ONLINE = "signed in as noor"
PATIENCE = 60.0
ELSEWHERE = "192.168.77.33"


def wait_until_gone(window: Window, text: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while window.shows(text):
        assert time.monotonic() < deadline, f"{text} is there still"


@pytest.fixture
def sign_in(open_window):
    def sign_in(port: int) -> Window:
        address = ("--server", THERE, "--port", str(port))
        window = open_window(*address, "--username", "noor", "--connect")
        window.wait_for("Message #lobby", ONLINE, f"{THERE}:{port}")
        return window

    return sign_in


def test_a_server_is_listed_as_it_comes_and_goes(serve, open_window):
    window = open_window()

    with serve():
        window.wait_for(CHAT, "nobody yet", " ms")

    wait_until_gone(window, CHAT)


def test_a_server_whose_computer_is_cut_off_goes(serve, there, open_window):
    with serve():
        window = open_window()
        window.wait_for(CHAT)

        there.unplug()

        wait_until_gone(window, CHAT)


def test_a_computer_without_a_network_is_told_so(here, open_window):
    here.run("ip", "address", "flush", "dev", here.cable)

    open_window().wait_for("Chats cannot be found here")


def test_a_flood_of_forged_announcements_harms_nothing(serve, there, open_window):
    with serve():
        window = open_window()
        window.wait_for(CHAT)

        there.run(sys.executable, "-m", "tests.network.forging", THERE, "20000")

        assert window.shows(CHAT)
        assert len(window.order("texts")) < 100


def test_a_window_finds_its_server_again_at_another_address(serve, there, sign_in):
    with serve() as port:
        window = sign_in(port)

        there.take_address(ELSEWHERE)

        window.wait_for(ONLINE, f"{ELSEWHERE}:{port}", seconds=PATIENCE)


def test_the_next_sign_in_finds_a_server_that_moved(serve, there, sign_in, open_window):
    with serve() as port:
        sign_in(port).close()
        there.take_address(ELSEWHERE)

        window = open_window("--connect")

        window.wait_for(ONLINE, f"{ELSEWHERE}:{port}", seconds=PATIENCE)


def test_a_window_is_back_when_its_computer_is(serve, here, sign_in):
    with serve() as port:
        window = sign_in(port)
        here.unplug()
        window.wait_for("Reconnecting", seconds=PATIENCE)

        here.plug_in()

        wait_until_gone(window, "Reconnecting")
        window.wait_for(ONLINE)


def test_a_window_stays_where_its_computer_takes_another_address(serve, here, sign_in):
    with serve() as port:
        window = sign_in(port)

        here.take_address("192.168.77.9")

        window.order("type", text="still here", key="Return")
        window.wait_for("still here", seconds=PATIENCE)
        wait_until_gone(window, "Reconnecting")
        window.wait_for(ONLINE)
