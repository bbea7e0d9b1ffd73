"""Members stand by their names, and few who come or go take little work."""

import random

from chatapp.models.rooms import member_order
from chatapp.models.rooms.member_order import MemberOrder
from chatapp.wire.name_order import place_of


def test_members_stand_by_their_names_and_by_the_size_of_numbers():
    assert MemberOrder().of(["zoe", "ann10", "ann9"]) == ["ann9", "ann10", "zoe"]


def test_names_that_are_as_good_as_equal_have_an_order_too():
    order, many = MemberOrder(), [f"nick{number}" for number in range(100)]
    order.of(many)

    alike = ["a1", "a01", "a001"]

    assert order.of([*many, *alike])[:3] == MemberOrder().of(alike) == sorted(alike)


def test_whoever_comes_and_goes_the_order_is_as_if_made_anew():
    chance = random.Random(7)
    order, members = MemberOrder(), set[str]()

    for _ in range(300):
        names = {f"nick{chance.randrange(400)}" for _ in range(chance.randrange(9))}
        members ^= names

        assert order.of(members) == sorted(members, key=place_of)


def test_one_more_among_many_takes_as_much_work_as_finding_his_place(mocker):
    members = {f"nick{number}": "" for number in range(2000)}
    order = MemberOrder()
    order.of(members.keys())
    looked = mocker.patch.object(member_order, "place_of", side_effect=place_of)

    del members["nick7"]
    members["newcomer"] = ""
    order.of(members.keys())

    assert looked.call_count < 30
