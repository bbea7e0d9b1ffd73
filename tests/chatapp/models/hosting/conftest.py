"""A server on this computer for tests, and what it tells."""

import json
import sys
import textwrap

import psutil
import pytest

from chatapp.models.hosting.hosting import SERVER_COMMAND, Hosting

PATIENCE = 30.0
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
        self.username = None

    @property
    def is_known(self):
        return not self.port == self.port_of_another == self.sentence

    def ready(self, port):
        self.port = port

    def running(self, started):
        self.port_of_another, self.username = started.port, started.username

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
    hosting.start("noor", outcome.ready, outcome.running, outcome.failed)
    loop.run_until(lambda: outcome.is_known)


def operator_of(hosting, loop):
    found = []
    hosting.seek_operator(lambda *told: found.append(told))
    loop.run_until(lambda: found)
    return found[0]


def child_of(hosting):
    return psutil.Process(hosting._server._process.pid)
