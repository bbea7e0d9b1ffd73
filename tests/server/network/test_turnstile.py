"""Those who come and go take a share of each turn, and no more."""

from collections.abc import Iterator
from itertools import count

import pytest

from server.network.calls import Calls
from server.network.turnstile import (
    AT_ONCE,
    SECONDS,
    SECONDS_BESIDE_OTHERS,
    Turnstile,
)


@pytest.fixture
def calls() -> Iterator[Calls]:
    calls = Calls()
    yield calls
    calls.close()


class Turns:
    """A turnstile, and what happened at it."""

    def __init__(self, calls: Calls, seconds_for_each: float) -> None:
        times = count(0, seconds_for_each)
        self.happened: list[tuple[str, object]] = []
        self.calls = calls
        self.turnstile = Turnstile(
            calls,
            lambda who, _mask: self.happened.append(("heard", who)),
            lambda who, _why: self.happened.append(("buried", who)),
            lambda: next(times),
        )

    def come(self, many: int) -> None:
        for number in range(many):
            self.calls.add_newcomer(
                lambda number=number: self.happened.append(("came", number))
            )

    def turn(self, *, are_others_waiting: bool = False) -> list[tuple[str, object]]:
        self.happened.clear()
        self.turnstile.turn(are_others_waiting=are_others_waiting)
        return list(self.happened)


def test_what_costs_nothing_is_done_in_one_turn(calls):
    turns = Turns(calls, 0.0)
    turns.turnstile.lose("anna", "gone")
    turns.turnstile.note("bert", 1)
    turns.come(1)

    assert turns.turn() == [("buried", "anna"), ("heard", "bert"), ("came", 0)]
    assert not turns.turnstile.is_waited_at


def test_a_crowd_that_comes_in_takes_no_more_than_a_share_of_each_turn(calls):
    turns = Turns(calls, SECONDS / 3)
    turns.come(5)

    assert [len(turns.turn()) for _ in range(2)] == [3, 2]


def test_beside_others_who_talk_a_crowd_comes_in_more_slowly(calls):
    turns = Turns(calls, SECONDS_BESIDE_OTHERS / 2)
    turns.come(5)

    assert len(turns.turn(are_others_waiting=True)) == 2
    assert len(turns.turn()) == 3


def test_no_more_come_in_at_once_than_can_be_told_of_each_other(calls):
    turns = Turns(calls, 0.0)
    turns.come(AT_ONCE + 1)

    assert [len(turns.turn()) for _ in range(2)] == [AT_ONCE, 1]


def test_however_long_it_takes_one_of_each_kind_has_his_turn(calls):
    turns = Turns(calls, SECONDS * 2)
    for name in ("anna", "bert"):
        turns.turnstile.lose(name, "gone")
        turns.turnstile.note(name, 1)
    turns.come(2)

    assert turns.turn() == [("buried", "anna"), ("heard", "anna"), ("came", 0)]
    assert turns.turnstile.is_waited_at


def test_who_was_not_heard_is_heard_when_the_selector_sees_him_again(calls):
    turns = Turns(calls, SECONDS * 2)
    for name in ("anna", "bert"):
        turns.turnstile.note(name, 1)
    turns.turn()

    turns.turnstile.note("bert", 1)

    assert turns.turn() == [("heard", "bert")]
