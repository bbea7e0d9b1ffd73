"""Names that mix alphabets which look alike."""

import pytest

from chatapp.controllers.people.alphabets import mixed_alphabets

CYRILLIC_A = "\N{CYRILLIC SMALL LETTER A}"
GREEK_OMICRON = "\N{GREEK SMALL LETTER OMICRON}"


@pytest.mark.parametrize(
    "name",
    [
        "noor_7",
        "Zoë-Ångström",
        "Наталья",
        "Ναταλία",
        "田中taro",
        "タナカ42",
        "김noor",
        "سلمى",
        "1234",
        "",
    ],
)
def test_a_name_of_one_alphabet_is_fine_and_so_are_scripts_that_differ(name):
    assert mixed_alphabets(name) == []


@pytest.mark.parametrize(
    ("name", "alphabets"),
    [
        (f"Ad{CYRILLIC_A}m", ["Latin", "Cyrillic"]),
        (f"{CYRILLIC_A}dam", ["Cyrillic", "Latin"]),
        (f"n{GREEK_OMICRON}or", ["Latin", "Greek"]),
    ],
)
def test_alphabets_that_look_alike_are_named(name, alphabets):
    assert mixed_alphabets(name) == alphabets
