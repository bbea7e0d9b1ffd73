"""When to try again after a link was lost."""

import random

import pytest

from chatapp.models.connection.reconnect import (
    JITTER,
    PAUSES,
    STABLE_SECONDS,
    Reconnect,
)


@pytest.fixture
def attempts():
    return []


@pytest.fixture
def reconnect(fake_time, attempts):
    return Reconnect(
        fake_time, random.Random(5), lambda: attempts.append(fake_time.seconds)
    )


def fail(reconnect, fake_time, times):
    pauses = []
    for _ in range(times):
        pauses.append(reconnect.wait())
        fake_time.pass_by(pauses[-1])
    return pauses


def test_pauses_grow_to_half_a_minute_and_stay_there(reconnect, fake_time, attempts):
    pauses = fail(reconnect, fake_time, 8)

    wanted = [*PAUSES, PAUSES[-1], PAUSES[-1]]
    assert len(attempts) == 8
    assert all(
        plain * (1 - JITTER) <= pause <= plain * (1 + JITTER)
        for plain, pause in zip(wanted, pauses, strict=True)
    )


def test_not_everybody_comes_back_in_the_same_moment(fake_time):
    pauses = {
        Reconnect(fake_time, random.Random(seed), list).wait() for seed in range(20)
    }

    assert len(pauses) == 20


def test_one_can_try_at_once(reconnect, fake_time, attempts):
    fail(reconnect, fake_time, 5)
    reconnect.wait()

    reconnect.retry_now()
    fake_time.pass_by(100)

    assert len(attempts) == 6
    assert not reconnect.is_waiting


def test_in_another_world_one_tries_at_once_and_pauses_are_short(reconnect, fake_time):
    fail(reconnect, fake_time, 5)
    reconnect.wait()

    reconnect.hurry()

    assert not reconnect.is_waiting
    assert reconnect.wait() < 2


def test_trying_at_once_without_waiting_does_nothing(reconnect, attempts):
    reconnect.retry_now()

    assert attempts == []


def test_a_link_that_lasts_makes_pauses_short_again(reconnect, fake_time):
    fail(reconnect, fake_time, 5)
    reconnect.connected()

    fake_time.pass_by(STABLE_SECONDS + 1)

    assert reconnect.wait() < 2


def test_a_link_that_breaks_soon_does_not(reconnect, fake_time):
    fail(reconnect, fake_time, 5)
    reconnect.connected()

    fake_time.pass_by(STABLE_SECONDS - 1)

    assert reconnect.wait() > 20


def test_who_gives_up_is_not_connected_again(reconnect, fake_time, attempts):
    fail(reconnect, fake_time, 3)
    reconnect.wait()

    reconnect.forget()
    fake_time.pass_by(100)

    assert len(attempts) == 3
    assert reconnect.wait() < 2
