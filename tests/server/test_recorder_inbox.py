import contextlib
import threading
import time
from queue import Empty

import pytest

from server.recorder import Recorder
from server.recorder_inbox import Inbox
from server.world.notes import MemberDropped
from tests.server.raw_client import DEADLINE_SECONDS


@pytest.fixture
def inbox() -> Inbox[int]:
    return Inbox()


def test_all_is_taken_out_in_its_order_whether_it_wakes_or_not(inbox):
    inbox.put_quietly(1)
    inbox.put(2)
    inbox.put_quietly(3)

    assert [inbox.get(DEADLINE_SECONDS), inbox.get_nowait(), inbox.get(0)] == [1, 2, 3]


def test_where_nothing_came_there_is_nothing(inbox):
    with pytest.raises(Empty):
        inbox.get(0)
    with pytest.raises(Empty):
        inbox.get_nowait()


def test_who_was_told_of_many_things_at_once_waits_again_when_they_are_taken(inbox):
    for number in range(3):
        inbox.put(number)

    taken = [inbox.get(DEADLINE_SECONDS), inbox.get_nowait(), inbox.get_nowait()]

    assert taken == [0, 1, 2]
    with pytest.raises(Empty):
        inbox.get(0)


def test_who_waits_is_woken(inbox):
    taken: list[int] = []
    reader = threading.Thread(target=lambda: taken.append(inbox.get(DEADLINE_SECONDS)))
    reader.start()

    inbox.put_quietly(7)
    inbox.wake()
    reader.join(DEADLINE_SECONDS)

    assert taken == [7]


def test_what_several_threads_put_in_is_all_taken_out(inbox):
    def fill(first: int) -> None:
        for number in range(first, first + 1000):
            inbox.put(number)

    threads = [threading.Thread(target=fill, args=(first,)) for first in (0, 1000)]
    for thread in threads:
        thread.start()
    taken: set[int] = set()
    deadline = time.monotonic() + DEADLINE_SECONDS
    while len(taken) < 2000 and time.monotonic() < deadline:
        with contextlib.suppress(Empty):  # woken for what was taken before
            taken.add(inbox.get(DEADLINE_SECONDS))

    assert taken == set(range(2000))


def test_notes_that_come_while_others_are_held_are_written_too(mocker):
    mocker.patch("server.recorder.SECONDS_TO_HOLD_NOTES", 0.01)
    journal, pruning = mocker.Mock(), mocker.Mock()
    pruning.work.return_value = pruning.recorded.return_value = 600.0
    notes = [MemberDropped("#garden", str(number)) for number in range(100)]
    written: list[MemberDropped] = []
    all_written = threading.Event()

    def write(commands) -> None:
        written.extend(note for command in commands for note in command)
        if len(written) == len(notes):
            all_written.set()

    journal.record.side_effect = write
    recorder = Recorder(journal, pruning)
    recorder.start(lambda: None)

    for note in notes:
        recorder.note([note])

    assert all_written.wait(DEADLINE_SECONDS)
    assert written == notes
    recorder.stop(DEADLINE_SECONDS)
