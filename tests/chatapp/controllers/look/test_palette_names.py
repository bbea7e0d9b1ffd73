import pytest

from chatapp.controllers.look.palette_names import (
    PaletteName,
    UnknownPalette,
    parse_name,
)


@pytest.mark.parametrize(
    "typed", ["teal-otter", "Teal-Otter", " teal otter ", "teal_otter", "otter teal"]
)
def test_a_name_is_understood_however_it_is_typed(typed):
    assert parse_name(typed) == PaletteName("teal", "otter")


def test_an_unknown_name_is_refused_kindly_with_what_comes_closest():
    with pytest.raises(UnknownPalette) as refusal:
        parse_name("teel-oter")

    assert str(refusal.value) == (
        "There is no palette named “teel-oter”. A name is a colour and an animal, "
        "for example teal-otter."
    )


@pytest.mark.parametrize("typed", ["", "teal", "otter", "teal-otter-fox", "🦊-fox"])
def test_what_is_not_two_known_words_is_no_name(typed):
    with pytest.raises(UnknownPalette, match="for example"):
        parse_name(typed)


def test_a_name_reads_as_it_is_typed():
    assert str(parse_name("Rose Lark")) == "rose-lark"
