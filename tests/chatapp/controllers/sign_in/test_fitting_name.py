"""Usernames for servers with stricter rules."""

import pytest

from chatapp.controllers.sign_in.fitting_name import name_that_fits


@pytest.mark.parametrize(
    ("username", "refusal", "fits"),
    [
        ("christopher", "Erroneous nickname", "christoph"),
        ("christopher", "Nickname too long, max. 10 characters", "christophe"),
        ("maria_lópez", "maria_lópez: too long, 30 at most", "maria_lopez"),
        ("jürgen", "Only the letters of ASCII", "jurgen"),
        ("2fast4you", "Erroneous nickname", "fast4you"),
        # There is nothing to propose: it would be no username, or the same again.
        ("noor", "That name is kept for somebody", ""),
        ("мария", "Erroneous nickname", ""),
        ("añ1b", "Erroneous nickname", "an1b"),
        ("1a2b", "Erroneous nickname", ""),
    ],
)
def test_what_is_proposed_has_the_letters_and_the_length_that_any_server_takes(
    username, refusal, fits
) -> None:
    assert name_that_fits(username, refusal) == fits
