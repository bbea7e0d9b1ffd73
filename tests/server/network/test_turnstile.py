"""Those who come and go take a share of each turn, and no more."""

from collections.abc import Iterator
from itertools import count
from math import inf
from unittest.mock import Mock

import pytest

from server.network.calls import Calls
from server.network.clients import Clients
from server.network.turnstile import AT_ONCE, SECONDS, SECONDS_HELD_UP, Turnstile


@pytest.fixture
def calls() -> Iterator[Calls]:
    calls = Calls()
    yield calls
    calls.close()


class Somebody:
    """A connection."""

    def __init__(self, name: str, *, is_closed: bool = False) -> None:
        self.name = name
        self.is_closed = is_closed


class Turns:
    """A turnstile, and what happened at it."""

    def __init__(self, calls: Calls, seconds_for_each: float) -> None:
        times = count(0, seconds_for_each)
        self.happened: list[tuple[str, object]] = []
        self.deafened: list[str] = []
        self.calls = calls
        self.clients = Mock(Clients)
        self.turnstile = Turnstile(
            calls,
            self.clients,
            lambda who, _mask: self.happened.append(("heard", who.name)),
            self._bury,
            lambda lost: self.deafened.extend(each.name for each in lost),
            lambda: next(times),
        )

    def _bury(self, who: Somebody, _why: str) -> None:
        who.is_closed = True
        self.happened.append(("buried", who.name))

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
    turns.turnstile.lose(Somebody("anna"), "gone")
    turns.turnstile.note(Somebody("bert"), 1)
    turns.come(1)

    assert turns.turn() == [("buried", "anna"), ("heard", "bert"), ("came", 0)]
    assert turns.turnstile.next_due(are_others_waiting=False) == inf


def test_a_crowd_that_comes_in_takes_no_more_than_a_share_of_each_turn(calls):
    turns = Turns(calls, SECONDS / 3)
    turns.come(5)

    assert [len(turns.turn()) for _ in range(2)] == [3, 2]


def test_what_others_said_is_on_its_way_before_the_next_come_in(calls):
    turns = Turns(calls, SECONDS)
    turns.come(5)
    turns.turn()

    held_up = turns.turn(are_others_waiting=True)

    assert held_up == []
    assert 0 < turns.turnstile.next_due(are_others_waiting=True) < inf
    assert turns.turnstile.next_due(are_others_waiting=False) == 0
    assert turns.turn() == [("came", 1)]


def test_others_who_never_stop_hold_up_nobody_for_ever(calls):
    turns = Turns(calls, SECONDS_HELD_UP / 2)
    turns.come(5)

    came = [turns.turn(are_others_waiting=True) for _ in range(6)]

    assert [len(each) for each in came] == [1, 0, 1, 0, 1, 0]


def test_no_more_come_in_at_once_than_can_be_told_of_each_other(calls):
    turns = Turns(calls, 0.0)
    turns.come(AT_ONCE + 1)

    assert [len(turns.turn()) for _ in range(2)] == [AT_ONCE, 1]


def test_however_long_it_takes_one_of_each_kind_has_his_turn(calls):
    turns = Turns(calls, SECONDS * 2)
    for name in ("anna", "bert"):
        turns.turnstile.lose(Somebody(name), "gone")
    turns.turnstile.note(Somebody("cora"), 1)
    turns.come(2)

    assert turns.turn() == [("buried", "anna"), ("heard", "cora"), ("came", 0)]
    assert turns.turnstile.next_due(are_others_waiting=False) == 0


def test_who_was_not_heard_is_heard_in_a_later_turn_and_watched_again(calls):
    turns, bert = Turns(calls, SECONDS * 2), Somebody("bert")
    for each in (Somebody("anna"), bert):
        turns.turnstile.note(each, 1)

    assert turns.turn() == [("heard", "anna")]
    turns.clients.ignore.assert_called_once_with(bert)
    assert turns.turn() == [("heard", "bert")]
    turns.clients.watch.assert_called_with(bert)


def test_who_has_gone_meanwhile_is_not_heard(calls):
    turns, bert = Turns(calls, SECONDS * 2), Somebody("bert")
    for each in (Somebody("anna"), bert):
        turns.turnstile.lose(each, "gone")
    for each in (Somebody("cora", is_closed=True), bert):
        turns.turnstile.note(each, 1)

    assert turns.turn() == [("buried", "anna")]
    assert turns.turn() == [("buried", "bert")]


def test_those_who_go_together_are_not_told_of_each_other(calls):
    turns = Turns(calls, SECONDS * 2)
    turns.turnstile.lose(Somebody("anna"), "gone")
    turns.turn(are_others_waiting=False)
    deafened_alone = list(turns.deafened)
    for name in ("bert", "cora"):
        turns.turnstile.lose(Somebody(name), "gone")

    buried = [turns.turn()]
    turns.turnstile.lose(Somebody("dora"), "gone")
    buried += [turns.turn(), turns.turn()]

    assert deafened_alone == []
    assert buried == [[("buried", "bert")], [("buried", "cora")], [("buried", "dora")]]
    assert turns.deafened == ["bert", "cora", "dora"]
