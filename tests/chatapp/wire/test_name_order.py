"""Names stand in the order in which people look for them."""

from chatapp.wire.name_order import place_of


def test_numbers_stand_by_their_size():
    names = ["pupil10", "pupil2", "pupil", "ada", "pupil007", "pupil2b"]

    assert sorted(names, key=place_of) == [
        "ada",
        "pupil",
        "pupil2",
        "pupil2b",
        "pupil007",
        "pupil10",
    ]


def test_a_number_of_any_length_has_its_place():
    longest = "a" + "9" * 9_000

    assert sorted([longest, "a1"], key=place_of) == ["a1", longest]
