"""Work on a thread of its own, whose results come to the main thread."""

import threading

from chatapp.models.program.worker import Worker


def test_results_come_to_the_main_thread_in_their_order(mailbox, loop):
    worker, told = Worker("tests-worker", mailbox.post), []

    worker.do(lambda: "first", told.append)
    worker.do(lambda: threading.current_thread().name, told.append)
    loop.run_until(lambda: len(told) == 2)

    assert told == ["first", "tests-worker"]


def test_what_hangs_does_not_hold_up_the_end_of_the_program(mailbox, loop):
    worker, told, threads = Worker("tests-worker", mailbox.post), [], []
    worker.do(threading.current_thread, threads.append)

    worker.do(lambda: 1, told.append)
    loop.run_until(lambda: told == [1])

    assert threads[0].daemon


def test_what_fails_does_not_end_the_thread(mailbox, loop, caplog):
    worker, told = Worker("tests-worker", mailbox.post), []

    worker.do(lambda: 1 // 0, told.append)
    worker.do(lambda: 2, told.append)
    loop.run_until(lambda: told == [2])

    assert "ZeroDivisionError" in caplog.text


def test_one_can_wait_until_all_is_done(mailbox):
    worker, done = Worker("tests-worker", mailbox.post), []
    worker.do(lambda: done.append(1), lambda _result: None)

    worker.wait_until_done(10)

    assert done == [1]


def test_nobody_waits_for_a_worker_that_never_began(mailbox):
    Worker("tests-worker", mailbox.post).wait_until_done(10)
