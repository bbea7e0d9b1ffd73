"""`chatapp doctor` between two computers, where one thing is really broken."""

import subprocess
import sys

import pytest

from tests.network.conftest import THERE, environment_of

pytestmark = pytest.mark.network

PORT = "7001"
PATIENCE = 120.0


@pytest.fixture
def examine(here, tmp_path):
    """Let the doctor examine a server from this computer; give its report."""

    def examine(server: str = THERE) -> str:
        command = ("-m", "chatapp", "doctor", server, "--port", PORT)
        done = subprocess.run(
            here.within(sys.executable, *command),
            env=environment_of(tmp_path / "doctor"),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.stderr == ""
        return " ".join(done.stdout.split())

    return examine


def test_nothing_is_wrong_where_all_is_well(serve, examine):
    with serve():
        report = examine()

    assert f"{THERE} answers at port {PORT} after" in report
    assert "A guest can sign in." in report
    assert "What one guest writes arrives at another one." in report


def test_a_chat_that_was_not_started_is_told_apart(examine):
    report = examine()

    assert f"{THERE} is there, but no program answers at its port {PORT}." in report


def test_a_computer_that_is_off_may_be_kept_apart(there, examine):
    there.unplug()

    report = examine()

    assert "neither it nor any other device can be heard" in report
    assert "(client isolation)" in report


def test_a_firewall_that_swallows_all_is_suspected(there, examine):
    # What is sent to this computer goes nowhere, as where a firewall drops it.
    there.run("ip", "route", "add", "blackhole", "192.168.77.1")

    report = examine()

    assert f"{THERE} port {PORT} does not answer: it is switched off" in report


def test_a_computer_without_a_network_is_told_to_join_one(here, examine):
    here.run("ip", "address", "flush", "dev", here.cable)

    report = examine()

    assert "This computer is in no network." in report
    assert f"There is no way from this computer to {THERE}." in report
    assert "Chats near cannot be found by themselves" in report


def test_a_server_in_another_network_is_told_with_ones_own(here, examine):
    here.run("ip", "route", "add", "10.9.0.0/24", "dev", here.cable)

    report = examine("10.9.0.5")

    assert "10.9.0.5 is in another network than this computer" in report


def test_a_vpn_in_the_way_is_told(here, examine):
    here.run("ip", "link", "add", "wg0", "type", "veth", "peer", "wg1")
    here.run("ip", "address", "add", "10.8.0.2/24", "dev", "wg0")
    here.run("ip", "link", "set", "wg0", "up")

    report = examine("10.8.0.1")

    assert "The way to 10.8.0.1 goes through a VPN (wg0)." in report


HOLD = """
import socket, sys
with socket.socket(type=socket.SOCK_DGRAM) as held:
    held.bind(("", 5353))
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_program_that_keeps_mdns_for_itself_is_told(here, examine):
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(here.within(sys.executable, "-c", HOLD), **pipes) as holder:
        holder.stdout.readline()

        report = examine()

        holder.stdin.close()

    assert "Chats near cannot be found by themselves: Address already in use" in report
