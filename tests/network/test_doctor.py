"""`chatapp doctor` between two computers, where one thing is really broken."""

import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.network.conftest import THERE, clock_off, environment_of
from tests.network.hosts import Host

pytestmark = pytest.mark.network

PORT = "7001"
PATIENCE = 120.0


LATE_ANSWERS = """
import socket, sys
from collections import Counter
asked = Counter()
with socket.socket(type=socket.SOCK_DGRAM) as server:
    server.bind((sys.argv[1], 53))
    print("bound", flush=True)
    while True:
        question, asker = server.recvfrom(512)
        end = question.index(0, 12) + 5
        kind = question[end - 3]
        asked[kind] += 1
        if asked[kind] == 1:
            continue  # the name is asked for again, after some seconds
        found = socket.inet_aton(sys.argv[2]) if kind == 1 else b""
        record = bytes.fromhex("c00c000100010000003c0004") + found if found else b""
        counts = bytes((0, 1, 0, bool(found), 0, 0, 0, 0))
        answer = question[:2] + bytes.fromhex("8180") + counts + question[12:end]
        server.sendto(answer + record, asker)
"""


@pytest.fixture
def name_server(here):
    """Let this computer ask another one for names, which answers the second time."""
    folder = Path("/etc/netns") / here.namespace  # which "ip netns exec" puts in place

    @contextmanager
    def name_server(on: Host, address: str, *, answers: str):
        command = on.within(sys.executable, "-c", LATE_ANSWERS, address, answers)
        folder.mkdir(parents=True)
        asked = f"nameserver {address}\noptions timeout:3\n"
        (folder / "resolv.conf").write_text(asked)
        try:
            with subprocess.Popen(command, stdout=subprocess.PIPE) as server:
                try:
                    server.stdout.readline()
                    yield
                finally:
                    server.kill()
        finally:
            shutil.rmtree(folder)

    return name_server


@pytest.fixture
def examine(here, tmp_path):
    """Let the doctor examine a server from this computer; give its report."""

    def examine(server: str = THERE, clock: tuple[str, ...] = ()) -> str:
        command = ("-m", "chatapp", "doctor", server, "--port", PORT)
        done = subprocess.run(
            here.within(*clock, sys.executable, *command),
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


def test_a_firewall_that_swallows_all_is_suspected(serve, there, examine):
    there.filter_what_comes(f"tcp dport {PORT} drop")

    with serve():
        report = examine()

    assert (
        f"{THERE} port {PORT} does not answer: it is switched off, or a firewall"
        " swallows what is sent to it. What to do: Run chatapp-server doctor on that"
        " computer, and open its firewall."
    ) in report


def test_a_firewall_on_ones_own_computer_is_told_with_what_opens_it(
    serve, here, examine
):
    here.filter_what_comes("ct state established,related accept", policy="drop")

    with serve():
        report = examine()

    assert "[ ok] Firewall: A firewall is on here (nftables). It matters only" in report
    assert (
        "If they cannot, open the ports with:"
        f" sudo nft insert rule inet filter input tcp dport {PORT} accept"
        " && sudo nft insert rule inet filter input tcp dport 6667 accept"
        " && sudo nft insert rule inet filter input tcp dport 6697 accept"
    ) in report
    assert "A guest can sign in." in report


def test_a_firewall_that_swallows_mdns_is_told(serve, here, examine):
    here.filter_what_comes("udp dport 5353 drop")

    with serve():
        report = examine()

    assert "what is sent by mDNS (UDP port 5353) does not come in again" in report
    assert (
        "What to do: Let UDP port 5353 through the firewall. Until then, type the"
        " server's address, or paste an invitation."
    ) in report


def test_an_address_that_no_router_gave_is_told(here, examine):
    here.take_address("169.254.7.1")

    report = examine("169.254.7.20")

    assert "has only an address that it gave itself: no router gave it one." in report
    assert "Leave the network and join it again, or restart its router." in report


def test_a_router_between_is_told_by_the_address_that_the_server_sees(
    serve, there, examine
):
    # Whatever comes from the network comes from a router, as far as the server sees.
    there.run("nft", "add", "table", "ip", "nat")
    chain = "{ type nat hook input priority 100; }"
    there.run("nft", f"add chain ip nat input {chain}")
    there.run("nft", "add rule ip nat input ip saddr 192.168.77.1 snat to 192.168.77.9")

    with serve():
        report = examine()

    assert "The server sees this computer at 192.168.77.9, which is not its" in report
    assert "own address: a router or a VPN is between." in report


@pytest.mark.parametrize(("by", "told"), [("+200m", "behind"), ("-200m", "ahead of")])
def test_a_server_whose_clock_is_another_is_told(serve, examine, by, told):
    with serve(*clock_off(by)):
        report = examine()

    assert (
        f"[warn] Clock: This computer's clock is 3 hours {told} the server's."
        " What to do: Let this computer set its clock: sudo timedatectl set-ntp true"
    ) in report


def test_a_clock_before_the_certificate_was_made_is_suspected(serve, examine):
    with serve():
        report = examine(clock=clock_off("-9d"))

    assert "on only, so this computer's clock may be wrong: it says" in report
    assert "This computer's clock is 9 days behind the server's." in report


def test_a_certificate_that_is_over_is_told(serve, examine):
    with serve():
        report = examine(clock=clock_off("+30y"))

    assert "The certificate is over since" in report
    assert "Ask whoever runs the server to have a new one made." in report


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


def test_a_server_with_ipv6_only_is_out_of_reach_without_it(examine):
    report = examine("fd00::20")

    assert "fd00::20 has IPv6 only, and this computer has none." in report
    assert "Type an IPv4 address of the server, or join a network with IPv6." in report


def test_an_address_that_every_network_has_needs_its_interface(here, examine):
    report = examine("fe80::20")

    assert "fe80::20 is an address of which every network has its own" in report
    assert f"Type the interface behind it: fe80::20%{here.cable}" in report


def test_a_name_server_that_answers_late_is_told_with_what_to_type(
    serve, there, name_server, examine
):
    with serve(), name_server(there, THERE, answers=THERE):
        report = examine("physics.example")

    assert "seconds to find out that physics.example is 192.168.77.20." in report
    assert "What to do: Type 192.168.77.20 instead of the name." in report
    assert "A guest can sign in." in report


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
