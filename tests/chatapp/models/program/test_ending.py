"""Ending when a signal asks for it."""

import signal

import pytest

from chatapp.models.program.ending import Ending


@pytest.fixture
def closed():
    return []


BREAK = signal.SIGUSR1
"""What stands for Windows' SIGBREAK here."""


@pytest.fixture
def ending(mailbox, closed, monkeypatch):
    monkeypatch.setattr(signal, "SIGBREAK", BREAK, raising=False)
    before = [
        (number, signal.getsignal(number))
        for number in (signal.SIGINT, signal.SIGTERM, BREAK)
    ]
    ending = Ending(mailbox, lambda: closed.append(True))
    ending.listen_to_signals()
    yield ending
    for number, handler in before:
        signal.signal(number, handler)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0), (BREAK, 0)]
)
def test_a_signal_closes_the_program_on_the_main_loop(
    ending, closed, loop, number, code
):
    signal.raise_signal(number)
    assert closed == []

    loop.run_until(lambda: bool(closed))

    assert closed == [True]
    assert ending.exit_code == code


def test_who_asks_twice_does_not_wait(ending):
    signal.raise_signal(signal.SIGTERM)

    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_without_a_signal_all_is_well(ending, closed):
    assert ending.exit_code == 0
    assert closed == []
