"""Work at the door: each piece has a thread, also after the system gave none."""

import threading
from functools import partial

import pytest

from server.network.door_threads import DoorThreads
from tests.server.raw_client import DEADLINE_SECONDS


def run(threads: DoorThreads) -> threading.Event:
    done = threading.Event()
    threads.run(done.set)
    return done


def test_work_that_waits_holds_up_no_other():
    threads, may_end = DoorThreads(), threading.Event()
    threads.run(partial(may_end.wait, DEADLINE_SECONDS))

    others = [run(threads) for _ in range(3)]

    assert all(each.wait(DEADLINE_SECONDS) for each in others)
    may_end.set()


def test_a_thread_that_is_idle_takes_the_next_work():
    threads, names = DoorThreads(), []
    for _ in range(3):
        done = threading.Event()
        threads.run(lambda done=done: names.append(threading.get_ident()) or done.set())
        assert done.wait(DEADLINE_SECONDS)
        while not threads._idle:
            threading.Event().wait(0.001)

    assert len(set(names)) == 1


def test_after_the_system_gave_no_thread_work_is_done_as_before(mocker):
    threads = DoorThreads()
    refused = threading.Event()
    start = mocker.patch.object(
        threading.Thread, "start", side_effect=RuntimeError("can't start new thread")
    )
    with pytest.raises(RuntimeError):
        threads.run(refused.set)
    mocker.stop(start)

    first, second = threading.Event(), threading.Event()

    def wait_for_second() -> None:
        first.set()
        second.wait(DEADLINE_SECONDS)

    threads.run(wait_for_second)
    threads.run(second.set)

    assert first.wait(DEADLINE_SECONDS)
    assert second.wait(DEADLINE_SECONDS)
    assert not refused.is_set()


def test_a_thread_without_work_ends(mocker):
    mocker.patch("server.network.door_threads.IDLE_SECONDS", 0.01)
    threads, found = DoorThreads(), []
    done = threading.Event()
    threads.run(lambda: found.append(threading.current_thread()) or done.set())
    assert done.wait(DEADLINE_SECONDS)

    found[0].join(DEADLINE_SECONDS)

    assert not found[0].is_alive()
    assert run(threads).wait(DEADLINE_SECONDS)
