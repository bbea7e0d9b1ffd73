"""All checks together: their order, their deadlines, their faults."""

import logging
import threading
from itertools import count

import pytest

from chatapp.models.connection.dialling import CouldNotConnect
from chatapp.models.doctor.examination import Check, checks_for, examine
from chatapp.models.doctor.once import Once
from chatapp.models.events import Problem
from chatapp.wire.findings import Finding, Verdict
from tests.chatapp.models.doctor.stage import case

PATIENCE = 30.0
SECRET = "what somebody said"
WELL = Finding("First", Verdict.OK, "All is well.")
ALSO_WELL = Finding("Second", Verdict.OK, "This, too.")


def run(*checks):
    return list(examine(case(), checks))


def test_findings_stand_in_the_order_of_the_checks_whichever_is_done_first():
    second_is_told = threading.Event()

    def find_first(_case):
        second_is_told.wait(PATIENCE)
        yield WELL

    first = Check("First", PATIENCE, find_first)
    told = examine(case(), (first, Check("Second", PATIENCE, lambda _: [ALSO_WELL])))

    before = next(told)
    second_is_told.set()
    after = next(told)

    assert (before.findings, before.is_over) == ((ALSO_WELL,), False)
    assert (after.findings, after.is_over) == ((WELL, ALSO_WELL), True)
    assert (before.settled, after.settled) == (0, 2)


def test_a_check_that_takes_too_long_is_told_as_such_and_holds_up_nothing():
    over = threading.Event()
    slow = Check("Slow", 0.05, lambda _: [WELL] if over.wait(PATIENCE) else [])

    progress = run(slow, Check("Second", PATIENCE, lambda _: [ALSO_WELL]))[-1]
    over.set()

    assert progress.findings == (
        Finding(
            "Slow",
            Verdict.WARN,
            "This could not be found out within 0.05 seconds.",
            "Try again in a moment.",
        ),
        ALSO_WELL,
    )


def test_a_check_with_a_fault_is_told_and_logged_without_its_words(caplog):
    def fail(_case):
        raise RuntimeError(SECRET)

    with caplog.at_level(logging.ERROR):
        (progress,) = run(Check("Faulty", PATIENCE, fail))

    assert progress.findings[0].verdict is Verdict.WARN
    assert "a fault of this program's own" in progress.findings[0].sentence
    assert SECRET not in caplog.text


def test_without_a_server_only_this_computer_is_checked():
    names = {check.name for check in checks_for(case(""))}

    assert "This computer" in names
    assert "The server's port" not in names


def test_what_several_checks_need_is_found_once():
    numbers = count(1)
    once = Once(lambda: next(numbers))

    assert [once(), once()] == [1, 1]


def test_what_is_not_found_is_not_looked_for_again(mocker):
    find = mocker.Mock(side_effect=CouldNotConnect(Problem.LOST))
    once = Once(find)

    assert not once.is_there
    with pytest.raises(CouldNotConnect):
        once()
    find.assert_called_once_with()
