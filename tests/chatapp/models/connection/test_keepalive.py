"""Asking the server whether it is there."""

from datetime import timedelta

import pytest

from chatapp.models.connection.keepalive import (
    ASK_EVERY,
    GIVE_UP_AFTER,
    PROBE_SECONDS,
    Keepalive,
)


@pytest.fixture
def asked():
    return []


@pytest.fixture
def told(mocker):
    return mocker.Mock()


@pytest.fixture
def keepalive(fake_time, asked, told):
    return Keepalive(fake_time, fake_time.now, asked.append, told.latency, told.silent)


def test_the_first_question_comes_soon_and_tells_how_fast_the_server_is(
    keepalive, fake_time, asked, told
):
    keepalive.start()
    fake_time.pass_by(1)
    keepalive.answered(asked[0])

    assert len(asked) == 1
    told.latency.assert_called_once_with(500.0)


def test_a_question_that_waited_behind_ones_own_words_tells_nothing_of_the_way(
    keepalive, fake_time, asked, told
):
    keepalive.start()
    fake_time.pass_by(0.75)
    keepalive.answered(asked[-1])
    fake_time.pass_by(ASK_EVERY + 8)

    keepalive.answered(asked[-1], behind=200)

    told.latency.assert_called_once_with(250.0)


def test_it_does_where_the_way_must_be_shorter_than_was_known(
    keepalive, fake_time, asked, told
):
    keepalive.start()
    fake_time.pass_by(0.75)
    keepalive.answered(asked[-1])
    fake_time.pass_by(ASK_EVERY + 0.1)

    keepalive.answered(asked[-1], behind=200)

    assert told.latency.call_args.args[0] == pytest.approx(100)


def test_questions_are_repeated_while_they_are_answered(keepalive, fake_time, asked):
    keepalive.start()
    fake_time.pass_by(1)
    for _ in range(3):
        keepalive.answered(asked[-1])
        fake_time.pass_by(ASK_EVERY)

    assert len(set(asked)) == 4


def test_a_dead_link_is_found_within_half_a_minute(keepalive, fake_time, asked, told):
    keepalive.start()
    fake_time.pass_by(1)
    keepalive.answered(asked[0])

    fake_time.pass_by(ASK_EVERY + GIVE_UP_AFTER)

    assert ASK_EVERY + GIVE_UP_AFTER <= 30
    told.silent.assert_called_once_with()


def test_a_slow_server_may_be_given_more_time(keepalive, fake_time, told):
    keepalive.start()
    fake_time.pass_by(0.5 + GIVE_UP_AFTER)
    assert keepalive.ask_again(0)

    fake_time.pass_by(GIVE_UP_AFTER - 1)

    told.silent.assert_called_once_with()


def test_a_server_that_never_answers_gets_time_for_two_questions(
    keepalive, fake_time, asked
):
    keepalive.start()
    fake_time.pass_by(0.5 + GIVE_UP_AFTER)
    assert keepalive.ask_again(0)
    fake_time.pass_by(GIVE_UP_AFTER)

    assert not keepalive.ask_again(0)
    assert len(asked) == 2


def test_a_server_that_has_much_to_work_through_gets_more_time(
    keepalive, fake_time, told
):
    keepalive.start()
    fake_time.pass_by(0.5 + GIVE_UP_AFTER)
    assert keepalive.ask_again(60)
    fake_time.pass_by(GIVE_UP_AFTER)

    assert keepalive.ask_again(60)


def test_a_late_answer_to_an_earlier_question_is_one(keepalive, fake_time, asked, told):
    keepalive.start()
    fake_time.pass_by(0.5 + GIVE_UP_AFTER)
    keepalive.ask_again(0)

    keepalive.answered(asked[0])
    fake_time.pass_by(ASK_EVERY - 1)

    told.latency.assert_called_once_with(12000.0)
    assert len(asked) == 2


def test_a_probe_asks_at_once_and_gives_up_soon(keepalive, fake_time, asked, told):
    keepalive.start()
    fake_time.pass_by(0.5)
    keepalive.answered(asked[0])

    keepalive.probe()
    assert len(asked) == 2
    fake_time.pass_by(PROBE_SECONDS)

    told.silent.assert_called_once_with()


def test_a_probe_that_is_answered_changes_nothing(keepalive, fake_time, asked, told):
    keepalive.start()
    keepalive.probe()
    keepalive.answered(asked[-1])

    fake_time.pass_by(ASK_EVERY - 1)

    told.silent.assert_not_called()
    assert len(asked) == 1


def test_where_no_link_is_nothing_is_probed(keepalive, asked):
    keepalive.probe()

    assert asked == []


def test_after_a_sleep_the_server_is_asked_again_before_it_is_given_up(
    fake_time, asked, told
):
    slept = timedelta()
    keepalive = Keepalive(
        fake_time,
        lambda: fake_time.now() + slept,
        asked.append,
        told.latency,
        told.silent,
    )
    keepalive.start()
    fake_time.pass_by(1)
    slept = timedelta(minutes=10)

    fake_time.pass_by(GIVE_UP_AFTER)
    told.silent.assert_not_called()
    assert len(asked) == 2
    fake_time.pass_by(PROBE_SECONDS)

    told.silent.assert_called_once_with()


def test_other_answers_are_not_taken_for_the_one(keepalive, fake_time, asked, told):
    keepalive.start()
    keepalive.answered("too early")
    fake_time.pass_by(1)
    keepalive.answered("something else")
    keepalive.answered(asked[0])
    keepalive.answered(asked[0])

    told.latency.assert_called_once()


def test_a_clock_that_is_set_back_gives_no_negative_latency(fake_time, asked, told):
    set_back = timedelta()
    keepalive = Keepalive(
        fake_time,
        lambda: fake_time.now() - set_back,
        asked.append,
        told.latency,
        told.silent,
    )
    keepalive.start()
    fake_time.pass_by(1)
    set_back = timedelta(hours=1)

    keepalive.answered(asked[0])

    told.latency.assert_called_once_with(0.0)


def test_who_stops_asks_no_more(keepalive, fake_time, asked, told):
    keepalive.start()
    keepalive.stop()

    fake_time.pass_by(100)

    assert asked == []
    told.silent.assert_not_called()
