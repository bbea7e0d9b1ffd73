"""Work beside the reactor: its end is waited for, but not for ever."""

import threading
from queue import SimpleQueue

import pytest

from server.network.workers import Workers
from tests.server.raw_client import DEADLINE_SECONDS

HISTORY = object()


@pytest.fixture
def workers():
    workers = Workers(HISTORY, lambda call: call())
    yield workers
    workers.stop(DEADLINE_SECONDS)


def test_work_is_given_the_history_and_its_result_is_handed_over(workers):
    results: SimpleQueue[object] = SimpleQueue()

    workers.run(lambda history: history is HISTORY, results.put)

    assert results.get(timeout=DEADLINE_SECONDS) is True


def test_an_error_is_handed_over_too(workers):
    results: SimpleQueue[object] = SimpleQueue()

    workers.run(lambda _: 1 // 0, results.put)

    assert isinstance(results.get(timeout=DEADLINE_SECONDS), ZeroDivisionError)


def test_work_that_does_not_end_is_not_waited_for(workers):
    may_end, began = threading.Event(), threading.Event()
    results: SimpleQueue[object] = SimpleQueue()
    workers.run(lambda _: began.set() or may_end.wait(DEADLINE_SECONDS), results.put)
    assert began.wait(DEADLINE_SECONDS)

    assert not workers.stop(0.01)

    may_end.set()
    assert results.get(timeout=DEADLINE_SECONDS) is True
    assert workers.stop(DEADLINE_SECONDS)


def test_what_comes_after_the_end_fails_and_is_told(workers):
    results: SimpleQueue[object] = SimpleQueue()
    workers.stop(DEADLINE_SECONDS)

    workers.run(lambda _: 1, results.put)

    assert isinstance(results.get(timeout=DEADLINE_SECONDS), RuntimeError)


def test_no_other_work_waits_for_what_is_slow(workers):
    may_end = threading.Event()
    results: SimpleQueue[object] = SimpleQueue()
    for _ in range(5):
        workers.run(
            lambda _: may_end.wait(DEADLINE_SECONDS), lambda _: None, is_slow=True
        )

    workers.run(lambda _: "done", results.put)

    assert results.get(timeout=DEADLINE_SECONDS) == "done"
    may_end.set()


def test_only_so_much_slow_work_waits(workers, mocker):
    mocker.patch("server.network.workers.MOST_SLOW", 2)
    may_end = threading.Event()
    results: SimpleQueue[object] = SimpleQueue()

    for _ in range(3):
        workers.run(lambda _: may_end.wait(DEADLINE_SECONDS), results.put, is_slow=True)

    assert isinstance(results.get(timeout=DEADLINE_SECONDS), RuntimeError)
    may_end.set()
