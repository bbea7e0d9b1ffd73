"""Slow work has so many places; one origin leaves a half of them to the others."""

from server.network.places import Places


def test_there_are_so_many_places():
    places = Places(2, 2)

    assert [places.take(origin) for origin in "abc"] == [True, True, False]


def test_one_origin_may_not_have_all_of_them():
    places = Places(4, 2)

    assert [places.take(origin) for origin in "aaab"] == [True, True, False, True]


def test_who_leaves_frees_a_place_and_is_forgotten():
    places = Places(1, 1)
    places.take("a")

    places.leave("a")

    assert places.take("b")
    assert dict(places._taken) == {"b": 1}
