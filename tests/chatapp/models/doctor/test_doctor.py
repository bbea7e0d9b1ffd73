"""The doctor at work for a window."""

import logging
import queue
import threading

import pytest

from chatapp.models.connection.encryption import ANY, Demand, Need
from chatapp.models.doctor.doctor import Doctor
from chatapp.models.doctor.progress import Progress
from chatapp.wire.findings import Finding, Verdict

PATIENCE = 30.0
KNOWN = Demand(Need.REQUIRED)
HALF = Progress(1, 2, (Finding("First", Verdict.OK, "Well."),))
WHOLE = Progress(2, 2, HALF.findings)


@pytest.fixture
def posted():
    return queue.SimpleQueue()


@pytest.fixture
def doctor(posted):
    """Make one that examines by this."""
    return lambda examine: Doctor(posted.put, lambda *_: KNOWN, examine)


def test_progress_comes_by_the_main_thread(doctor, posted):
    told = []

    doctor(lambda *_: [HALF, WHOLE]).examine("10.0.0.5", 6667, ANY, told.append)

    posted.get(timeout=PATIENCE)()
    posted.get(timeout=PATIENCE)()
    assert told == [HALF, WHOLE]


def test_what_is_known_of_the_server_is_demanded(doctor, posted):
    def examine(*examined):
        posted.put(examined)
        return []

    doctor(examine).examine("10.0.0.5", 6667, ANY, print)

    assert posted.get(timeout=PATIENCE) == ("10.0.0.5", 6667, KNOWN)


def test_a_fault_ends_the_examination_and_nothing_else(doctor, posted, caplog):
    told = []

    def fail(*_):
        yield HALF
        raise RuntimeError

    with caplog.at_level(logging.ERROR):
        doctor(fail).examine("10.0.0.5", 6667, ANY, told.append)
        posted.get(timeout=PATIENCE)()
        end_of("chatapp-doctor")

    assert told == [HALF]
    assert "The doctor could not finish: RuntimeError" in caplog.text


def end_of(name):
    for thread in threading.enumerate():
        if thread.name == name:
            thread.join(PATIENCE)
