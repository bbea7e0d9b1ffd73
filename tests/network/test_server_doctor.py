"""`chatapp-server doctor` on a computer where one thing is really broken."""

import subprocess
import sys
from contextlib import contextmanager, suppress

import pytest

from tests.network.conftest import THERE, clock_off, environment_of

pytestmark = pytest.mark.network

PORT = "7001"
PATIENCE = 120.0
OPENING = f"nft insert rule inet filter input tcp dport {PORT} accept"
LOCAL = "iifname lo accept"


@pytest.fixture
def examine(there, tmp_path):
    """Let the doctor examine the computer with the server; give its report."""
    program = (sys.executable, "-m", "server", "doctor", "--port", PORT)

    def examine(clock: tuple[str, ...] = ()) -> str:
        done = subprocess.run(
            there.within(*clock, *program),
            env=environment_of(tmp_path / "server"),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.stderr == ""
        return " ".join(done.stdout.split())

    return examine


@pytest.fixture
def reach(here):
    """Tell whether the server's port is reached from the other computer."""
    call = f"import socket; socket.create_connection(({THERE!r}, {PORT}), 2).close()"

    def reach() -> bool:
        command = here.within(sys.executable, "-c", call)
        return subprocess.run(command, check=False, stderr=-3).returncode == 0

    return reach


SAYING = f"""
import socket
with socket.create_connection(({THERE!r}, {PORT}), 20) as caller:
    caller.sendall(b"NICK noor\\r\\nUSER noor 0 * noor\\r\\nJOIN #lobby\\r\\n")
    caller.sendall(b"PRIVMSG #lobby :early\\r\\nPING said\\r\\n")
    heard = b""
    while b"PONG" not in heard:
        heard += caller.recv(4096)
"""


@contextmanager
def small_disk(folder, size: str):
    folder.mkdir(parents=True)
    option = f"size={size}"
    subprocess.run(["mount", "-t", "tmpfs", "-o", option, "tmpfs", folder], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


def fill(folder) -> None:
    """Write into a folder until its disk is full."""
    with (folder / "films").open("wb", buffering=0) as film, suppress(OSError):
        while film.write(bytes(2**16)):
            pass


def test_nothing_is_wrong_where_all_is_well(serve, examine):
    with serve():
        report = examine()

    assert f"The server answers at {THERE}:{PORT}, asked from this computer." in report
    assert "What this computer announces goes out and comes in again." in report
    assert report.endswith("Nothing is wrong here.")


def test_a_firewall_that_lets_nothing_in_is_told_with_what_opens_it(
    serve, there, examine, reach
):
    there.filter_what_comes(LOCAL, "udp dport 5353 accept", policy="drop")

    with serve():
        closed, was_reached = examine(), reach()
        there.run(*OPENING.split())
        opened, is_reached = examine(), reach()

    assert (
        f"[warn] Firewall: nftables is active, and may keep others out at port {PORT}."
        f" What to do: Open it with: sudo {OPENING}"
    ) in closed
    assert f"nftables is active, and lets others in at port {PORT}." in opened
    assert (was_reached, is_reached) == (False, True)


@pytest.mark.parametrize(
    ("rule", "keeps"),
    [
        (f"tcp dport {PORT} drop", "keeps"),
        (f"tcp dport {{ 7000, {PORT} }} counter reject", "keeps"),
        ("meta l4proto tcp reject with tcp reset", "may keep"),
    ],
)
def test_a_rule_that_keeps_others_out_is_told_with_what_opens_the_port(
    serve, there, examine, reach, rule, keeps
):
    there.filter_what_comes(LOCAL, rule)

    with serve():
        closed, was_reached = examine(), reach()
        there.run(*OPENING.split())
        opened, is_reached = examine(), reach()

    assert f"nftables is active, and {keeps} others out at port {PORT}." in closed
    assert f"What to do: Open it with: sudo {OPENING}" in closed
    assert f"nftables is active, and lets others in at port {PORT}." in opened
    assert (was_reached, is_reached) == (False, True)


def test_a_port_that_not_even_this_computer_reaches_is_told(serve, there, examine):
    there.filter_what_comes(f"tcp dport {PORT} drop")

    with serve():
        report = examine()

    assert (
        f"[fail] Listening: Port {PORT} does not answer, not even to this computer."
        " What to do: Look into the server's log, and start it anew."
    ) in report
    assert f"keeps others out at port {PORT}." in report


def test_a_firewall_that_swallows_mdns_is_told(serve, there, examine):
    there.filter_what_comes(LOCAL, "udp dport 5353 drop")

    with serve():
        report = examine()

    assert (
        "[warn] mDNS: What this computer announces is not heard, not even here."
        " What to do: Let UDP port 5353 through the firewall, or tell people the"
        " address."
    ) in report


def test_an_address_that_no_router_gave_is_told(serve, there, examine):
    there.take_address("169.254.7.20")

    with serve():
        report = examine()

    assert (
        "[warn] Network: cableb gave itself 169.254.7.20: no router answered it."
        " What to do: Look whether the cable or the Wi-Fi is connected."
    ) in report


def test_a_computer_without_a_network_is_told_to_join_one(serve, there, examine):
    there.run("ip", "address", "flush", "dev", there.cable)

    with serve():
        report = examine()

    assert (
        "[warn] mDNS: This computer cannot speak mDNS (it is in no network)." in report
    )
    assert (
        "[fail] Network: This computer is in no network, so nobody else reaches it."
        " What to do: Connect it to a network, by cable or by Wi-Fi."
    ) in report


def test_a_full_disk_is_told(serve, examine, tmp_path):
    folder = tmp_path / "server" / "data"
    with small_disk(folder, "16m"), serve():
        little = examine()
        fill(folder)
        full = examine()

    assert f"[fail] Disk: The disk of {folder / 'server'} has " in little
    assert " MB left. What to do: Make room there, or choose another disk" in little
    assert "cannot be written (No space left on device)." in full
    assert "Put that right, or choose another place with [storage] path." in full


def test_a_clock_behind_the_history_is_told(serve, here, examine):
    with serve(*clock_off("+9d")):
        here.run(sys.executable, "-c", SAYING)

    report = examine()

    assert "[fail] Clock: The clock says" in report
    assert ", and the latest message is of" in report
    assert "Set the clock right, best by the network (NTP)." in report
    assert "which is later than now. What to do: Set this computer's clock" in report


def test_a_clock_before_this_program_was_written_is_told(serve, examine):
    with serve():
        report = examine(clock_off("-20y"))

    assert "UTC, a time before this program was written." in report
    assert "Set the clock right, best by the network (NTP)." in report


def test_a_certificate_that_ends_is_told(serve, examine):
    with serve():
        ended = examine(clock_off("+30y"))

    assert "[fail] Certificate: It ended on" in ended
    assert "run `chatapp-server reload`; people who know the old one need" in ended
