"""What may leave now and what has to wait, by a clock that the test winds on."""

import threading

import pytest

from chatapp.models.connection.line_queue import (
    MOST_SECONDS_AHEAD,
    SECONDS_A_LINE,
    LineQueue,
)
from chatapp.models.session.urgency import Urgency

PATIENCE = 30.0


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def lines(clock):
    queue = LineQueue(clock)
    queue.hold_back()
    return queue


def put(queue: LineQueue, *lines: str, urgency: Urgency = Urgency.IN_TURN) -> None:
    for line in lines:
        queue.put(f"{line}\r\n".encode(), urgency)


def take(queue: LineQueue) -> list[str]:
    """Give what may leave now, without waiting."""
    return [line.decode().strip() for line in queue._take()]


def test_before_the_sign_in_everything_goes_as_it_comes_and_together(clock):
    queue = LineQueue(clock)
    put(queue, *(f"CAP REQ {number}" for number in range(50)))

    assert queue.get().count(b"\r\n") == 50


def test_a_few_lines_go_at_once_and_the_others_one_after_another(lines, clock):
    put(lines, "JOIN #a", "JOIN #b", "JOIN #c", "JOIN #d")

    first = take(lines)
    clock.now += SECONDS_A_LINE

    assert first == ["JOIN #a", "JOIN #b"]
    assert take(lines) == ["JOIN #c"]
    assert take(lines) == []


def test_who_was_silent_for_long_may_say_more_at_once_but_not_without_end(lines, clock):
    clock.now += 3600
    put(lines, *(f"@label=l PRIVMSG #a :{number}" for number in range(50)))

    assert len(take(lines)) == MOST_SECONDS_AHEAD[Urgency.IN_TURN]


def test_an_answer_that_must_not_be_late_waits_for_nothing(lines):
    put(lines, *["JOIN #a"] * 9)
    take(lines)

    put(lines, *["PONG x"] * 9, urgency=Urgency.AT_ONCE)

    assert take(lines) == ["PONG x"] * 9


def test_the_question_whether_something_came_there_holds_nothing_up(lines):
    put(lines, *["PRIVMSG #a :x", "PING x"] * 9)

    assert take(lines) == ["PRIVMSG #a :x", "PING x"] * 5


def test_what_somebody_says_comes_before_what_nobody_waits_for(lines, clock):
    put(lines, "WHO #a", "WHO #b", "WHO #c", urgency=Urgency.ASIDE)
    put(lines, "PRIVMSG #a :one", "PRIVMSG #a :two")

    said = take(lines)
    clock.now += 2 * SECONDS_A_LINE

    assert said == ["PRIVMSG #a :one", "PRIVMSG #a :two"]
    assert take(lines) == ["WHO #a"]


def test_what_nobody_waits_for_leaves_room_for_what_somebody_says(lines, clock):
    clock.now += 3600
    put(lines, *["WHO #a"] * 9, urgency=Urgency.ASIDE)

    asked = take(lines)
    put(lines, *["PRIVMSG #a :x"] * 9)

    assert asked == ["WHO #a"] * 2
    assert take(lines) == ["PRIVMSG #a :x"] * 6


def test_it_tells_what_a_line_overtakes(lines):
    put(lines, *["PRIVMSG #a :x"] * 9)
    take(lines)
    put(lines, "WHO #a", urgency=Urgency.ASIDE)
    waiting = len(lines)

    overtaken = [lines.overtaken_by(urgency) for urgency in Urgency]

    assert waiting > 1
    assert overtaken == [waiting, 1, 0]


def test_at_the_end_what_was_said_goes_at_once_and_the_rest_not_at_all(lines):
    put(lines, *["PRIVMSG #a :x"] * 20, "QUIT")
    put(lines, "WHO #a", urgency=Urgency.ASIDE)

    lines.end()

    assert lines.get() == b"PRIVMSG #a :x\r\n" * 20 + b"QUIT\r\n"
    assert lines.get() is None
    assert len(lines) == 0


def test_a_line_that_comes_later_wakes_the_one_that_writes(lines):
    found = []
    writer = threading.Thread(target=lambda: found.append(lines.get()))
    writer.start()

    put(lines, "PRIVMSG #a :hello")
    writer.join(PATIENCE)

    assert found == [b"PRIVMSG #a :hello\r\n"]


def test_what_has_to_wait_leaves_by_itself_when_its_time_has_come(mocker):
    place = "chatapp.models.connection.line_queue"
    mocker.patch(f"{place}.SECONDS_A_LINE", 0.1)
    mocker.patch.dict(f"{place}.MOST_SECONDS_AHEAD", {Urgency.IN_TURN: 5.05})
    queue = LineQueue()
    queue.hold_back()
    put(queue, "JOIN #a")

    assert queue.get() == b"JOIN #a\r\n"
