"""Slow work has a quota; one origin leaves a half of it to the others."""

from server.network.quota import Quota


def test_all_together_have_no_more_than_so_much():
    quota = Quota(2, 2)

    assert [quota.take(origin) for origin in "abc"] == [True, True, False]


def test_one_origin_may_not_have_all_of_them():
    quota = Quota(4, 2)

    assert [quota.take(origin) for origin in "aaab"] == [True, True, False, True]


def test_who_leaves_frees_a_place_and_is_forgotten():
    quota = Quota(1, 1)
    quota.take("a")

    quota.give_back("a")

    assert quota.take("b")
    assert dict(quota._taken) == {"b": 1}
