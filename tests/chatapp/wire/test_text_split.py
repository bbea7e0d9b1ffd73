import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire.text_split import split_text

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"  # three people, two joiners
WAVE = "\U0001f44b\U0001f3fd"  # a hand and its skin tone
FLAG = "\U0001f1eb\U0001f1f7"  # two regional indicators
ACCENTED = "e\u0301"

tricky = st.text(st.sampled_from(f"ab \u00fc\u65e5{FAMILY}{WAVE}{FLAG}{ACCENTED}"))
texts = st.text(st.characters(exclude_categories=("Cs",))) | tricky
limits = st.integers(min_value=4, max_value=60)


@given(texts, limits)
def test_the_pieces_joined_are_the_text(text, limit):
    assert "".join(split_text(text, limit)) == text


@given(texts, limits)
def test_every_piece_fits_and_none_is_empty(text, limit):
    sizes = [len(piece.encode()) for piece in split_text(text, limit)]

    assert all(0 < size <= limit for size in sizes)


@given(st.lists(st.sampled_from([FAMILY, WAVE, ACCENTED, "x "])), limits)
def test_what_a_reader_sees_as_one_character_stays_whole_where_it_fits(signs, limit):
    limit += len(FAMILY.encode())
    whole = {FAMILY, WAVE, ACCENTED}

    pieces = split_text("".join(signs), limit)

    kept = sum(piece.count(sign) for piece in pieces for sign in whole)
    assert kept == sum(sign in whole for sign in signs)


@given(st.integers(min_value=1, max_value=40), limits)
def test_flags_are_not_parted(count, limit):
    pieces = split_text(FLAG * count, limit + len(FLAG.encode()))

    assert sum(piece.count(FLAG) for piece in pieces) == count


def test_a_text_that_fits_is_one_piece():
    assert split_text("hello there", 11) == ["hello there"]


def test_a_text_is_parted_behind_a_space():
    assert split_text("hello there world", 13) == ["hello there ", "world"]


def test_a_word_longer_than_the_limit_is_parted_inside():
    assert split_text("x" * 10, 4) == ["xxxx", "xxxx", "xx"]


def test_letters_of_several_bytes_stay_whole():
    assert split_text("\u65e5\u672c\u8a9e", 4) == ["\u65e5", "\u672c", "\u8a9e"]


def test_a_mark_stays_with_the_space_it_stands_on():
    assert split_text("ab \u0301cd", 6) == ["ab \u0301c", "d"]


def test_a_character_longer_than_the_limit_is_parted_all_the_same():
    assert split_text("z" + "\u0301" * 3, 4) == ["z\u0301", "\u0301\u0301"]


def test_no_text_gives_no_pieces():
    assert split_text("", 400) == []


def test_a_limit_below_one_character_is_an_error():
    with pytest.raises(ValueError, match="at least four bytes"):
        split_text("hello", 3)


def test_a_lone_surrogate_is_an_error():
    with pytest.raises(UnicodeEncodeError):
        split_text("\ud800", 400)
