"""A nick that is close to one that is taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire.names import check_nick, fold, normalize
from chatapp.wire.similar_names import similar_nick

ATTEMPTS = range(1, 9)


@pytest.mark.parametrize(
    ("nick", "attempt", "similar"),
    [
        ("noor", 1, "noor_"),
        ("noor", 3, "noor___"),
        ("Ναταλία", 1, "Ναταλία_"),
        ("שרה", 1, "שרה1"),
        ("שרה", 2, "שרה2"),
        ("سلمى", 1, "سلمى1"),
        ("سلمى٢", 1, "سلمى٢١"),
        ("n" * 30, 1, "n" * 29 + "1"),
        ("n" * 30, 8, "n" * 29 + "8"),
        ("n" * 29, 1, "n" * 29 + "_"),
        ("n" * 29, 2, "n" * 29 + "2"),
    ],
)
def test_a_similar_nick_is_close_to_the_taken_one(nick, attempt, similar):
    assert similar_nick(nick, attempt) == similar


def test_a_server_with_short_nicks_is_given_a_short_one():
    assert similar_nick("margarete", 1, 9) == "margaret1"


def test_a_letter_keeps_its_accents_or_goes_with_them():
    nick = "n" * 27 + "x\u0323\u0302"

    assert similar_nick(nick, 1) == "n" * 27 + "1"


def test_a_nick_that_no_other_resembles_is_given_up_for_any():
    assert similar_nick("!", 2) == "guest2"


@given(st.text(min_size=1, max_size=30).map(normalize), st.integers(9, 40))
def test_similar_nicks_are_valid_and_all_different(nick, longest):
    tried = [similar_nick(nick, attempt, longest) for attempt in ATTEMPTS]

    assert not any(check_nick(each, 1, longest) for each in tried)
    assert len({fold(each) for each in [nick, *tried]}) == len(tried) + 1


@given(st.sampled_from(["שרה", "سلمى٢", "سلمى2", "n" * 30, "ab٣", "کیان۴"]))
def test_similar_nicks_of_difficult_names_are_all_different(nick):
    tried = {similar_nick(nick, attempt) for attempt in ATTEMPTS}

    assert len(tried) == len(ATTEMPTS)
    assert not any(check_nick(each, 1, 30) for each in tried)
