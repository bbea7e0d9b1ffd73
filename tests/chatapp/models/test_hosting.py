"""Starting and stopping a server on this computer."""

import ipaddress
import json
import os
import queue
import socket
import stat
import subprocess
import sys
import textwrap

import psutil
import pytest

from chatapp.models.hosted_server import RUNS_SOMEWHERE, order_end
from chatapp.models.hosting import SERVER_COMMAND, Hosting
from chatapp.models.interfaces import Interface
from chatapp.models.running_server import PLACE_FILE, Started, read_note, write_note
from chatapp.wire.fingerprints import Fingerprint

PATIENCE = 15.0
FINGERPRINT = "AB" * 32
ANNOUNCEMENT = json.dumps(
    {
        "port": 7001,
        "address": "192.168.1.20",
        "fingerprint": FINGERPRINT,
        "operator": "host",
        "password": "for this run",
    }
)


class Outcome:
    """What a start came to."""

    def __init__(self):
        self.port = None
        self.port_of_another = None
        self.sentence = None

    @property
    def is_known(self):
        return not self.port == self.port_of_another == self.sentence

    def ready(self, port):
        self.port = port

    def running(self, port):
        self.port_of_another = port

    def failed(self, sentence):
        self.sentence = sentence


@pytest.fixture
def outcome():
    return Outcome()


@pytest.fixture
def host(mailbox, tmp_path, monkeypatch):
    """Make a Hosting, of the real server or of a program given as text."""
    monkeypatch.setenv("CHATAPP_DATA_DIR", str(tmp_path / "data"))
    made = []

    def make(program=None, usual_port=0):
        command = SERVER_COMMAND
        if program:
            said = f"ANNOUNCEMENT = {ANNOUNCEMENT!r}\n"
            command = (sys.executable, "-c", said + textwrap.dedent(program))
        made.append(Hosting(mailbox, tmp_path / "hosted", command, usual_port))
        return made[-1]

    yield make
    for hosting in made:
        hosting.stop()
        hosting.wait_until_ended(PATIENCE)


def start(hosting, outcome, loop):
    hosting.start(outcome.ready, outcome.running, outcome.failed)
    loop.run_until(lambda: outcome.is_known)


def child_of(hosting):
    return psutil.Process(hosting._server._process.pid)


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

    assert hosting.operator == ("host", "for this run")
    assert hosting.started.fingerprint == Fingerprint.parse(FINGERPRINT)
    assert "for this run" not in repr(hosting.started)
    hosting.stop()
    assert hosting.operator is None


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
        from chatapp.models.hosting import Hosting
        class Postbox:
            def post(self, callback): callback()
        folder = pathlib.Path(os.environ["CHATAPP_DATA_DIR"])
        hosting = Hosting(Postbox(), folder, usual_port=0)
        def ready(port): print(hosting._server._process.pid, flush=True)
        hosting.start(ready, print, print)
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


def test_a_reason_of_the_server_is_passed_on(host, outcome, loop):
    hosting = host(
        """
        print("Hello!")
        print('{"fault": "configuration", "sentence": "The settings are wrong."}')
        """
    )

    start(hosting, outcome, loop)

    assert outcome.sentence == "The settings are wrong."
    assert not hosting.running


@pytest.mark.parametrize("program", ["print('Hello')", "raise ValueError('a secret')"])
def test_a_server_that_gives_people_no_reason_is_told_about(
    host, outcome, loop, program
):
    hosting = host(program)

    start(hosting, outcome, loop)

    assert outcome.sentence == (
        "The chat could not be started on this computer, and gave no reason."
    )


def test_a_second_window_is_told_of_the_first_ones_server(host, outcome, loop):
    first, second = host(), host()
    start(first, outcome, loop)
    port, outcome.port = outcome.port, None

    start(second, outcome, loop)

    assert outcome.port_of_another == port
    assert second.operator == first.operator
    assert second.keeps_going
    assert not first.keeps_going


def test_a_second_window_leaves_the_first_ones_server_alone(host, outcome, loop):
    first, second = host(), host()
    start(first, outcome, loop)
    port, outcome.port = outcome.port, None
    start(second, outcome, loop)

    second.leave()

    assert first.running
    assert answers(port)


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


@pytest.fixture
def left_alone(host, outcome, loop, tmp_path):
    """A server that goes on after its window has gone; gives its port."""
    first = host()
    start(first, outcome, loop)
    port, outcome.port = outcome.port, None
    first.keeps_going = True
    first.leave()
    yield port
    if read_note(tmp_path / "hosted"):
        order_end(SERVER_COMMAND, tmp_path / "hosted").join(PATIENCE)


def test_a_server_that_is_to_stay_goes_on_without_its_window(
    left_alone, host, outcome, loop
):
    next_window = host()

    start(next_window, outcome, loop)

    assert outcome.port_of_another == left_alone
    assert answers(left_alone)
    assert next_window.operator is not None


def test_the_next_window_can_end_a_server_that_stayed(
    left_alone, host, outcome, loop, tmp_path
):
    next_window = host()
    start(next_window, outcome, loop)

    next_window.stop_for_all()

    loop.run_until(lambda: not answers(left_alone))
    assert not next_window.running


def test_a_server_that_stayed_ends_with_the_next_window_if_that_is_wanted(
    left_alone, host, outcome, loop
):
    next_window = host()
    start(next_window, outcome, loop)
    next_window.keeps_going = False

    next_window.leave()

    loop.run_until(lambda: not answers(left_alone))


def test_a_server_that_is_hosted_is_known_by_its_place(left_alone, host, outcome, loop):
    next_window = host()
    start(next_window, outcome, loop)

    assert next_window.is_at("127.0.0.1", left_alone)
    assert not next_window.is_at("127.0.0.1", left_alone + 1)
    assert not next_window.is_at("192.0.2.9", left_alone)


def test_where_a_server_runs_is_for_its_owner_alone_to_read(left_alone, tmp_path):
    mode = (tmp_path / "hosted" / PLACE_FILE).stat().st_mode

    assert os.name == "nt" or stat.S_IMODE(mode) == 0o600


def answers(port):
    try:
        socket.create_connection(("127.0.0.1", port), PATIENCE).close()
    except OSError:
        return False
    return True


def test_a_server_that_has_ended_is_found_no_more(host, outcome, loop, tmp_path):
    first = host()
    start(first, outcome, loop)
    place = tmp_path / "hosted" / PLACE_FILE
    assert place.exists()

    first.stop()
    first.wait_until_ended(PATIENCE)

    loop.run_until(lambda: not place.exists())


@pytest.mark.parametrize("words", ["", "{}", "[]", '{"port": null}'])
def test_a_server_whose_place_is_not_known_is_told_about_all_the_same(
    host, outcome, loop, tmp_path, words
):
    hosting = host(
        """
        print('{"fault": "storage-in-use", "sentence": "Set [storage] path."}')
        """
    )
    (tmp_path / "hosted").mkdir()
    (tmp_path / "hosted" / PLACE_FILE).write_text(words)

    start(hosting, outcome, loop)

    assert outcome.sentence == RUNS_SOMEWHERE


def test_two_ports_in_use_are_a_reason(host, outcome, loop):
    hosting = host(
        """
        print('{"fault": "address", "sentence": "That port is in use."}')
        """
    )

    start(hosting, outcome, loop)

    assert outcome.sentence == "That port is in use."


def test_a_program_that_is_not_there_is_told_about(mailbox, outcome, loop, tmp_path):
    hosting = Hosting(mailbox, tmp_path, (str(tmp_path / "nothing"),), usual_port=0)

    start(hosting, outcome, loop)

    assert outcome.sentence.startswith("The chat could not be started: ")


def test_who_stops_while_it_starts_hears_no_more(host, outcome, loop, mailbox):
    hosting = host("import time; time.sleep(60)")
    hosting.start(outcome.ready, outcome.running, outcome.failed)
    loop.run_until(lambda: hosting._server._process is not None)
    child = child_of(hosting)

    hosting.stop()
    hosting.wait_until_ended(PATIENCE)

    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE
    assert not outcome.is_known


def test_a_stopped_server_reports_nothing_although_it_had_just_begun(
    host, outcome, mocker
):
    posted = queue.SimpleQueue()
    hosting = host("print(ANNOUNCEMENT)")
    hosting._mailbox = mocker.Mock(post=posted.put)
    hosting.start(outcome.ready, outcome.running, outcome.failed)
    tell = posted.get(timeout=PATIENCE)

    hosting.stop()
    tell()

    assert not outcome.is_known
    assert hosting.started is None


def test_a_talkative_server_is_not_held_up(host, outcome, loop):
    hosting = host(
        """
        import sys
        print(ANNOUNCEMENT)
        sys.stdout.flush()
        for _ in range(50_000):
            print("x" * 100)
            print("y" * 100, file=sys.stderr)
        """
    )

    start(hosting, outcome, loop)
    loop.run_until(lambda: not hosting.running)

    assert outcome.port == 7001
