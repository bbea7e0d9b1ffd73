"""When a server that has ended is started again, and when somebody is asked."""

import pytest

from chatapp.models.hosting.supervision import (
    MOST_RESTARTS,
    WITHIN_SECONDS,
    Standing,
    Supervision,
)

CRASHED = -9


class Clock:
    """Goes on when it is told to."""

    seconds = 0.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def restart(mocker):
    return mocker.Mock()


@pytest.fixture
def supervision(restart, clock):
    return Supervision(restart, clock)


def crash(supervision):
    supervision.ended(CRASHED)
    if supervision.standing is Standing.RESTARTING:
        supervision.restarted()


def test_a_server_that_ends_by_itself_is_started_again_at_once(supervision, restart):
    supervision.ended(CRASHED)

    restart.assert_called_once_with()
    assert supervision.standing is Standing.RESTARTING


@pytest.mark.parametrize(
    ("seconds", "standing"),
    [
        (WITHIN_SECONDS - 1, Standing.ENDS_TOO_OFTEN),
        (WITHIN_SECONDS, Standing.RESTARTED),
    ],
)
def test_one_that_ends_time_and_again_is_not_started_again_unasked(
    supervision, restart, clock, seconds, standing
):
    for _time in range(MOST_RESTARTS):
        crash(supervision)
    clock.seconds = seconds

    crash(supervision)

    assert supervision.standing is standing
    supervision.start_again()
    assert restart.call_count == MOST_RESTARTS + 1 + (standing is Standing.RESTARTED)


def test_one_that_was_told_to_end_is_started_again_only_if_that_is_wanted(
    supervision, restart
):
    supervision.ended(0)

    restart.assert_not_called()
    assert supervision.standing is Standing.WAS_STOPPED


def test_who_wants_it_twice_has_it_started_once(supervision, restart):
    supervision.ended(0)

    supervision.start_again()
    supervision.start_again()

    restart.assert_called_once_with()


def test_why_it_does_not_start_is_kept_until_it_does(supervision):
    supervision.ended(CRASHED)
    supervision.failed("The disk is full.")
    assert supervision.reason == "The disk is full."

    supervision.start_again()
    supervision.restarted()

    assert (supervision.standing, supervision.reason) == (Standing.RESTARTED, "")


def test_each_change_is_told_until_that_is_not_wanted_any_more(supervision):
    told = []
    end = supervision.watch(lambda: told.append(supervision.standing))
    crash(supervision)

    end()
    crash(supervision)

    assert told == [Standing.RESTARTING, Standing.RESTARTED]
