"""What is told seldom."""

from server.seldom import MAX_REMEMBERED, SECONDS_BETWEEN, Seldom


def test_the_same_is_told_once_in_a_minute():
    now = 7.0
    seldom = Seldom(lambda: now)

    told = [seldom.may_tell("full"), seldom.may_tell("full")]
    now += SECONDS_BETWEEN

    assert told == [True, False]
    assert seldom.may_tell("full")


def test_other_things_are_told_at_once():
    seldom = Seldom(lambda: 7.0)

    assert seldom.may_tell("full")
    assert seldom.may_tell("many")


def test_what_was_told_long_ago_is_forgotten_where_there_is_much():
    seldom = Seldom(lambda: 7.0)

    told = [seldom.may_tell(number) for number in range(MAX_REMEMBERED + 1)]

    assert all(told)
    assert seldom.may_tell(0)
