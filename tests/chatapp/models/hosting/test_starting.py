"""A chat on this computer is started, as a process of its own."""

import ipaddress
import json
import socket
import subprocess
import sys
import textwrap

import psutil
import pytest

from chatapp.models.hosting.hosting import Hosting
from chatapp.models.hosting.running_server import Started, write_note
from chatapp.system.interfaces import Interface
from chatapp.wire.fingerprints import Fingerprint
from tests.chatapp.models.hosting.conftest import (
    ANNOUNCEMENT,
    FINGERPRINT,
    PATIENCE,
    child_of,
    operator_of,
    start,
)


def test_a_server_is_started_and_others_are_told_how_to_join(host, outcome, loop):
    hosting = host()

    start(hosting, outcome, loop)

    assert outcome.sentence is None
    assert hosting.running
    assert ipaddress.ip_address(hosting.started.address)
    with socket.create_connection(("127.0.0.1", outcome.port), PATIENCE) as caller:
        caller.sendall(b"QUIT\r\n")
        assert caller.recv(100).startswith(b"ERROR")


def test_one_is_the_operator_of_ones_own_server_while_it_runs(host, outcome, loop):
    hosting = host("print(ANNOUNCEMENT, flush=True); import sys; sys.stdin.read()")

    start(hosting, outcome, loop)

    assert operator_of(hosting, loop) == ("host", "for this run")
    assert hosting.started.fingerprint == Fingerprint.parse(FINGERPRINT)
    assert "for this run" not in repr(hosting.started)
    hosting.stop()
    hosting.seek_operator(pytest.fail)


def test_a_program_of_that_name_where_one_works_is_not_run(
    host, outcome, loop, tmp_path, monkeypatch
):
    (tmp_path / "server.py").write_text("raise SystemExit('Another program.')")
    monkeypatch.chdir(tmp_path)

    start(host(), outcome, loop)

    assert outcome.sentence is None


def test_a_server_that_is_not_installed_is_found(
    host, outcome, loop, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    hosting = host(
        """
        import pathlib, sys
        import server
        folder = pathlib.Path(server.__file__).parents[1]
        places = [pathlib.Path(place or ".").resolve() for place in sys.path[:2]]
        print(ANNOUNCEMENT.replace("7001", str(6000 + (folder in places))))
        """
    )

    start(hosting, outcome, loop)

    assert outcome.port == 6001


def test_another_port_is_taken_where_the_usual_one_is_in_use(host, outcome, loop):
    with socket.create_server(("0.0.0.0", 0)) as occupier:  # noqa: S104 - in the way
        port = occupier.getsockname()[1]
        hosting = host(usual_port=port)
        start(hosting, outcome, loop)

    assert outcome.sentence is None
    assert outcome.port != port


def test_a_stopped_server_leaves_no_process(host, outcome, loop):
    hosting = host()
    start(hosting, outcome, loop)
    child = child_of(hosting)

    hosting.stop()
    hosting.wait_until_ended(PATIENCE)

    assert not hosting.running
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE


def test_a_server_ends_with_the_program_that_started_it(tmp_path, monkeypatch):
    monkeypatch.setenv("CHATAPP_DATA_DIR", str(tmp_path))
    program = """
        import os, pathlib, sys
        from chatapp.models.hosting.hosting import Hosting
        class Postbox:
            def post(self, callback): callback()
        folder = pathlib.Path(os.environ["CHATAPP_DATA_DIR"])
        hosting = Hosting(Postbox(), folder, usual_port=0)
        def ready(port): print(hosting._server._process.pid, flush=True)
        hosting.start("noor", ready, print, print)
        sys.stdin.read()
    """
    parent = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    child = psutil.Process(int(parent.stdout.readline()))

    parent.kill()
    parent.communicate()

    child.wait(PATIENCE)
    assert not child.is_running()


LAN = [Interface("wlan0", ipaddress.ip_interface("192.168.1.33/24"))]


@pytest.fixture
def second_window(mailbox, tmp_path):
    """A window on the chat that another one hosts, on a computer that has moved."""
    started = Started.read(json.loads(ANNOUNCEMENT))
    write_note(tmp_path / "hosted", started)
    return Hosting(mailbox, tmp_path / "hosted", interfaces=lambda: LAN)


@pytest.mark.parametrize(
    ("host_name", "fingerprint", "address"),
    [
        ("127.0.0.1", FINGERPRINT, "192.168.1.33"),
        ("localhost", FINGERPRINT, "192.168.1.33"),
        ("127.0.0.1", "CD" * 32, "127.0.0.1"),
        ("192.168.7.7", FINGERPRINT, "192.168.7.7"),
    ],
)
def test_others_are_told_where_they_find_a_chat_on_this_computer(
    second_window, host_name, fingerprint, address
):
    known_by = Fingerprint.parse(fingerprint)

    assert second_window.address_for_others(host_name, known_by) == address


def test_an_address_that_others_were_told_is_kept_as_long_as_it_holds(
    mailbox, tmp_path
):
    started = Started.read(json.loads(ANNOUNCEMENT))
    write_note(tmp_path, started)
    both = [*LAN, Interface("eth0", ipaddress.ip_interface("192.168.1.20/24"))]
    hosting = Hosting(mailbox, tmp_path, interfaces=lambda: both)

    address = hosting.address_for_others("127.0.0.1", started.fingerprint)

    assert address == "192.168.1.20"
