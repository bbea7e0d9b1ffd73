"""What people heard is held against what is stored: each way to differ is seen."""

import pytest

from torture.hearsay import Hearsay, Said

STORED = [Said(number, f"text {number}") for number in range(1, 6)]


def heard(*stretch: Said, repeated: frozenset[str] = frozenset()) -> Hearsay:
    hearsay = Hearsay()
    for said in stretch:
        hearsay.hear(said)
    hearsay.hear_stretch("anna", list(stretch), repeated)
    return hearsay


def test_who_hears_a_stretch_as_it_is_stored_agrees() -> None:
    assert list(heard(*STORED[1:4]).problems(STORED)) == []


@pytest.mark.parametrize(
    ("stretch", "problem"),
    [
        ((STORED[0], STORED[2]), "anna did not hear ['text 2']"),
        ((STORED[1], STORED[0]), "anna heard 'text 1' behind 'text 2'"),
        ((Said(9, "gone"),), "1 were heard and are lost: ['gone']"),
        ((Said(1, "other"),), "1 were heard and are lost: ['other']"),
    ],
)
def test_what_differs_is_told(stretch: tuple[Said, ...], problem: str) -> None:
    assert list(heard(*stretch).problems(STORED)) == [problem]


def test_what_is_stored_twice_is_told() -> None:
    twice = [*STORED, Said(9, "text 1")]

    assert list(heard().problems(twice)) == ["1 are stored twice: ['text 1']"]


def test_one_number_is_the_same_message_to_all() -> None:
    problems = list(heard(Said(1, "text 1"), Said(1, "other")).problems(STORED))

    assert problems[0].startswith("number 1 is 'text 1' to one and 'other' to another")


def test_what_was_said_again_may_be_out_of_order() -> None:
    again = heard(STORED[1], STORED[0], repeated=frozenset(["text 1"]))

    assert list(again.problems(STORED)) == []


def test_what_a_page_lacks_of_its_stretch_is_told() -> None:
    hearsay = heard(*STORED[:4])

    assert hearsay.missing_in(STORED[2:], 4) == []
    assert hearsay.missing_in([STORED[1], STORED[3]], 4) == ["text 3"]
    assert hearsay.missing_in([STORED[1]], 2) == []
    assert hearsay.latest == 4


def test_what_was_refused_may_neither_be_heard_nor_stored() -> None:
    hearsay = heard(STORED[0])
    hearsay.refuse("text 1")

    assert list(hearsay.problems(STORED)) == [
        "1 were refused and are stored: ['text 1']",
        "1 were refused and are heard: ['text 1']",
    ]
