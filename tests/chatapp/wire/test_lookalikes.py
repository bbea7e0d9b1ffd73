"""Names that people take for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire.lookalikes import appearance

CYRILLIC_IE, CYRILLIC_EN, GREEK_NU = "\u0435", "\u041d", "\u039d"


@pytest.mark.parametrize(
    ("name", "look"),
    [
        (f"{CYRILLIC_IE}van", "Evan"),
        (f"{CYRILLIC_EN}anna", "hanna"),
        (f"{GREEK_NU}ick", "nick"),
        ("\u0430\u0441\u0435", "ace"),
        ("\u0456\u0308", "\u00ef"),
    ],
)
def test_letters_of_other_alphabets_look_like_latin_ones(name, look):
    """https://www.unicode.org/reports/tr39/#Confusable_Detection"""
    assert appearance(name) == appearance(look)


@pytest.mark.parametrize(
    ("name", "other"),
    [("rené", "rene"), ("anna1", "annal"), ("Нина", "Hina"), ("Ναταλία", "Natalia")],
)
def test_names_that_can_be_told_apart_do_not_look_the_same(name, other):
    assert appearance(name) != appearance(other)


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_within_ascii_only_capitals_look_the_same(name):
    assert appearance(name) == name.lower()
