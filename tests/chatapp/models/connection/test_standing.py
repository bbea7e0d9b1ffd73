"""How one stands with a server is told to everybody, and to who comes later."""

import pytest

from chatapp.models.connection.standing import Standing
from chatapp.models.entities import Connectedness
from chatapp.models.events import ConnectionChanged, Problem

WAITING = ConnectionChanged(Connectedness.WAITING, Problem.NO_ANSWER, retry_in=8.0)


@pytest.fixture
def told():
    return []


@pytest.fixture
def standing(told, fake_time):
    return Standing(told.append, fake_time.now)


def test_one_stands_with_nobody_at_first(standing):
    assert standing.now() == ConnectionChanged(Connectedness.OFFLINE)


def test_a_change_is_told_and_remembered(standing, told):
    standing.enter(WAITING)

    assert told == [WAITING]
    assert standing.state is Connectedness.WAITING
    assert standing.now() == WAITING


@pytest.mark.parametrize(("passed", "left"), [(3.0, 5.0), (9.0, 0.0)])
def test_who_comes_later_hears_what_is_left_of_the_pause(
    standing, fake_time, passed, left
):
    standing.enter(WAITING)

    fake_time.pass_by(passed)

    assert standing.now().retry_in == left
