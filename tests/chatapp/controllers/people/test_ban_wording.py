"""Sentences about who is banned."""

import pytest

from chatapp.controllers.people.ban_wording import describes
from chatapp.models.entities import Ban


@pytest.mark.parametrize(
    ("ban", "words"),
    [
        (Ban("b", "a:ada", account="ada"), "The account ada"),
        (Ban("b", "x", mask="*!*@10.0.0.5"), "Everybody from 10.0.0.5"),
        (Ban("b", "x", mask="ada!*@*"), "Whoever is called ada"),
        (Ban("b", "x", mask="ada!*@10.0.0.5"), "ada from 10.0.0.5"),
        (Ban("b", "x", mask="$r:*bot*"), "$r:*bot*"),
    ],
)
def test_a_ban_is_told_in_words(ban: Ban, words: str) -> None:
    assert describes(ban) == words
