"""The mailbox: from any thread into frames on the main thread."""

import logging
import select
import threading

import pytest

from chatapp.models.program.mailbox import (
    FRAME_SECONDS,
    FRAME_SPACING,
    FRAMES_IN_A_ROW,
    Mailbox,
)
from tests.chatapp.models.fakes import FakeTime


class SlowClock:
    """A clock by which each look takes so many seconds."""

    def __init__(self, step: float = 0.0) -> None:
        self.now, self.step = 100.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture
def watcher(mocker):
    return mocker.Mock()


@pytest.fixture
def clock():
    return SlowClock()


@pytest.fixture
def box(fake_time, watcher, clock):
    mailbox = Mailbox(fake_time, watcher, clock)
    yield mailbox
    mailbox.close()


def hear(watcher):
    """Let the watcher find that the mailbox was rung."""
    watcher.watch.call_args.args[1]()


def test_what_was_posted_runs_in_order_in_the_next_frame(box, watcher, fake_time):
    ran = []
    box.post(lambda: ran.append(1))
    box.post(lambda: ran.append(2))

    hear(watcher)
    assert ran == []
    fake_time.pass_by(0)

    assert ran == [1, 2]


def test_a_frame_stops_after_its_time_and_goes_on_in_another(
    box, watcher, fake_time, clock
):
    ran = []
    clock.step = FRAME_SECONDS / 2 + 0.001
    for number in range(6):
        box.post(lambda number=number: ran.append(number))

    hear(watcher)
    fake_time.pass_by(0)
    assert ran == [0, 1]
    fake_time.pass_by(1)

    assert ran == [0, 1, 2, 3, 4, 5]


def test_a_few_frames_may_follow_each_other_at_once(box, watcher, fake_time):
    ran = []
    for number in range(FRAMES_IN_A_ROW):
        box.post(lambda number=number: ran.append(number))
        hear(watcher)
        fake_time.pass_by(0)

    assert ran == list(range(FRAMES_IN_A_ROW))


def test_many_frames_keep_their_distance(box, watcher, fake_time):
    ran = []
    for _ in range(FRAMES_IN_A_ROW):
        box.request_frame()
        fake_time.pass_by(0)
    box.post(lambda: ran.append(1))

    hear(watcher)
    fake_time.pass_by(FRAME_SPACING * 0.9)
    assert ran == []
    fake_time.pass_by(FRAME_SPACING * 0.2)

    assert ran == [1]


def test_hooks_run_after_each_frame(box, watcher, fake_time):
    ran = []
    box.after_frame(lambda: ran.append("drawn"))
    box.post(lambda: ran.append("worked"))

    hear(watcher)
    fake_time.pass_by(0)
    box.request_frame()
    fake_time.pass_by(1)

    assert ran == ["worked", "drawn", "drawn"]


def test_a_frame_asked_for_while_working_is_the_same_frame(box, watcher, fake_time):
    ran = []
    box.after_frame(lambda: ran.append("drawn"))
    box.post(box.request_frame)

    hear(watcher)
    fake_time.pass_by(1)

    assert ran == ["drawn"]


def test_a_frame_asked_for_by_a_hook_comes_after_it(box, fake_time):
    ran = []

    def draw():
        ran.append("drawn")
        if len(ran) < 3:
            box.request_frame()

    box.after_frame(draw)
    box.request_frame()
    fake_time.pass_by(1)

    assert len(ran) == 3


def test_a_callback_that_fails_is_logged_and_the_others_run(
    box, watcher, fake_time, caplog
):
    ran = []
    box.after_frame(lambda: 1 / 0)
    box.after_frame(lambda: ran.append("drawn"))
    box.post(lambda: {}["-".join(["a", "secret"])])
    box.post(lambda: ran.append("worked"))

    with caplog.at_level(logging.ERROR):
        hear(watcher)
        fake_time.pass_by(1)

    assert ran == ["worked", "drawn"]
    assert caplog.text.count("A callback on the main thread failed") == 2
    assert "KeyError" in caplog.text
    assert "a-secret" not in caplog.text


def test_a_watcher_that_polls_without_news_causes_no_frame(box, watcher, fake_time):
    hear(watcher)

    assert fake_time.waiting == []


def test_after_closing_nothing_runs(box, watcher, fake_time):
    ran = []
    box.post(lambda: ran.append(1))
    hear(watcher)

    box.close()
    box.post(lambda: ran.append(2))
    hear(watcher)
    box.request_frame()
    fake_time.pass_by(1)

    assert ran == []
    watcher.unwatch.assert_called_once()


def test_after_a_callback_that_closes_it_nothing_is_drawn(box, watcher, fake_time):
    drawn = []
    box.after_frame(lambda: drawn.append(1))
    box.post(box.close)

    hear(watcher)
    fake_time.pass_by(1)

    assert drawn == []


def test_many_threads_may_post_at_once(mailbox, loop):
    ran = []

    def note():
        ran.append(threading.current_thread())

    def work():
        for _ in range(500):
            mailbox.post(note)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    loop.run_until(lambda: len(ran) == 2_000)

    for thread in threads:
        thread.join()
    assert set(ran) == {threading.main_thread()}


def test_a_lone_callback_runs_at_once(fake_time: FakeTime, box, watcher):
    ran = []
    box.post(lambda: ran.append(1))

    hear(watcher)
    fake_time.pass_by(0)

    assert ran == [1]


def test_what_is_heard_within_a_frame_does_not_silence_the_bell(
    box, watcher, fake_time
):
    ran = []

    def let_others_run() -> None:  # as a dialog does that has a loop of its own
        box.post(lambda: ran.append("posted in between"))
        hear_if_rung(watcher)

    box.post(let_others_run)
    hear_if_rung(watcher)
    fake_time.pass_by(FRAME_SPACING)
    box.post(lambda: ran.append("posted afterwards"))
    hear_if_rung(watcher)
    fake_time.pass_by(FRAME_SPACING)

    assert ran == ["posted in between", "posted afterwards"]


def test_after_a_frame_without_time_for_all_the_next_one_can_be_rung_for(
    box, watcher, fake_time, clock
):
    ran = []
    clock.step = FRAME_SECONDS  # one callback a frame
    box.post(lambda: ran.append(1))
    box.post(lambda: ran.append(2))
    hear_if_rung(watcher)
    fake_time.pass_by(1)
    assert ran == [1, 2]

    box.post(lambda: ran.append(3))
    hear_if_rung(watcher)
    fake_time.pass_by(1)

    assert ran == [1, 2, 3]


def hear_if_rung(watcher) -> None:
    """Let the watcher look, as a file handler does: only where there is news."""
    ear = watcher.watch.call_args.args[0]
    if select.select([ear], [], [], 0)[0]:
        hear(watcher)
