"""What others ask of the reactor is done in order; newcomers wait apart."""

from collections.abc import Iterator

import pytest

from server.network.calls import Calls


@pytest.fixture
def calls() -> Iterator[Calls]:
    calls = Calls()
    yield calls
    calls.close()


def test_what_is_asked_for_is_done_in_its_order(calls):
    done: list[int] = []
    for number in range(3):
        calls.add(lambda number=number: done.append(number))

    calls.run()

    assert done == [0, 1, 2]


def test_nobody_waits_behind_those_who_come_in(calls):
    done: list[str] = []
    for _ in range(1000):
        calls.add_newcomer(lambda: done.append("newcomer"))
    calls.add(lambda: done.append("answer"))

    calls.run()

    assert done == ["answer"]
    assert calls.has_newcomers


def test_newcomers_are_let_in_in_their_order_as_far_as_somebody_asks(calls):
    done: list[int] = []
    for number in range(3):
        calls.add_newcomer(lambda number=number: done.append(number))

    newcomers = calls.newcomers()
    next(newcomers)()
    next(newcomers)()

    assert done == [0, 1]
    assert calls.has_newcomers


def test_what_was_asked_for_before_the_end_is_done(calls):
    done: list[str] = []
    calls.add_newcomer(lambda: done.append("newcomer"))
    calls.add(lambda: done.append("answer"))

    calls.close()

    assert done == ["answer", "newcomer"]
    assert not calls.add(lambda: done.append("late"))
    assert not calls.add_newcomer(lambda: done.append("late"))
