import math

from server.network.slowed import Slowed


def test_nobody_is_due_where_nobody_waits():
    slowed = Slowed()

    assert slowed.next_due == math.inf
    assert list(slowed.take(1e9)) == []


def test_who_is_due_is_given_once_the_earliest_first():
    slowed = Slowed()
    for name, due in (("late", 9.0), ("second", 2.0), ("first", 1.0)):
        slowed.add(name, due)

    assert list(slowed.take(2.0)) == ["first", "second"]
    assert slowed.next_due == 9.0


def test_two_that_are_due_together_keep_their_order():
    slowed = Slowed()
    for name in ("b", "a"):
        slowed.add(name, 1.0)

    assert list(slowed.take(1.0)) == ["b", "a"]
