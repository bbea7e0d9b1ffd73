"""Ending when a signal asks for it."""

import signal

import pytest

from chatapp.models.program.ending import SECONDS_OF_ONE_WISH, Ending


@pytest.fixture
def closed():
    return []


BREAK = signal.SIGUSR1
"""What stands for Windows' SIGBREAK here."""


@pytest.fixture
def time():
    return [0.0]


@pytest.fixture
def ending(mailbox, closed, time, monkeypatch):
    monkeypatch.setattr(signal, "SIGBREAK", BREAK, raising=False)
    before = [
        (number, signal.getsignal(number))
        for number in (signal.SIGINT, signal.SIGTERM, BREAK)
    ]
    ending = Ending(mailbox, lambda: closed.append(True), lambda: time[0])
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


def test_who_asks_twice_does_not_wait_but_two_signals_at_once_are_one(
    ending, closed, time, loop, mocker
):
    send = signal.raise_signal
    raised = mocker.patch("signal.raise_signal")

    send(signal.SIGTERM)
    send(signal.SIGTERM)
    loop.run_until(lambda: bool(closed))

    assert closed == [True]
    raised.assert_not_called()
    time[0] += SECONDS_OF_ONE_WISH
    send(signal.SIGTERM)
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    raised.assert_called_once_with(signal.SIGTERM)


def test_without_a_signal_all_is_well(ending, closed):
    assert ending.exit_code == 0
    assert closed == []
