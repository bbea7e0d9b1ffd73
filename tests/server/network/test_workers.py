"""Work beside the reactor: its end is waited for, but not for ever."""

import threading
from queue import SimpleQueue

import pytest

from server.network.quota import MOST_OF_ONE_ORIGIN, MOST_SLOW_WORK
from server.network.workers import Workers
from server.step import TooMuchSlowWork
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


@pytest.mark.parametrize("run", [Workers.run_slow, Workers.run_proof])
def test_no_other_work_waits_for_what_is_slow(workers, run):
    may_end = threading.Event()
    results: SimpleQueue[object] = SimpleQueue()
    for _ in range(5):
        run(
            workers,
            lambda _: may_end.wait(DEADLINE_SECONDS),
            lambda _: None,
            "10.0.0.1",
        )

    workers.run(lambda _: "done", results.put)

    assert results.get(timeout=DEADLINE_SECONDS) == "done"
    may_end.set()


@pytest.mark.parametrize("is_over", [False, True])
def test_whose_proof_fails_or_is_not_begun_is_told(workers, is_over):
    results: SimpleQueue[object] = SimpleQueue()
    if is_over:
        workers.stop(DEADLINE_SECONDS)

    workers.run_proof(lambda _: 1 // 0, results.put, "10.0.0.1")

    kind = RuntimeError if is_over else ZeroDivisionError
    assert isinstance(results.get(timeout=DEADLINE_SECONDS), kind)


def test_only_so_much_slow_work_waits(workers):
    may_end = threading.Event()
    results: SimpleQueue[object] = SimpleQueue()

    for number in range(MOST_SLOW_WORK + 1):
        workers.run_slow(
            lambda _: may_end.wait(DEADLINE_SECONDS), results.put, f"10.0.0.{number}"
        )

    assert isinstance(results.get(timeout=DEADLINE_SECONDS), TooMuchSlowWork)
    may_end.set()


def test_one_origin_leaves_slow_work_to_the_others(workers):
    may_end = threading.Event()
    refused: SimpleQueue[object] = SimpleQueue()
    results: SimpleQueue[object] = SimpleQueue()

    for _ in range(MOST_OF_ONE_ORIGIN + 1):
        workers.run_slow(
            lambda _: may_end.wait(DEADLINE_SECONDS), refused.put, "10.0.0.1"
        )
    workers.run_slow(lambda _: "found", results.put, "10.0.0.2")

    assert isinstance(refused.get(timeout=DEADLINE_SECONDS), TooMuchSlowWork)
    may_end.set()
    assert results.get(timeout=DEADLINE_SECONDS) == "found"


def test_who_has_got_his_slow_work_can_ask_for_more(workers):
    results: SimpleQueue[object] = SimpleQueue()

    for _ in range(MOST_OF_ONE_ORIGIN + 1):
        workers.run_slow(lambda _: "found", results.put, "10.0.0.1")
        found = results.get(timeout=DEADLINE_SECONDS)

    assert found == "found"
