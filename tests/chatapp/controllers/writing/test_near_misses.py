"""Words that were mistyped."""

from chatapp.controllers.writing.near_misses import closest


def test_a_mistyped_word_is_understood():
    assert closest("joyn", ["part", "join", "topic"]) == "join"


def test_a_word_like_no_other_stays_unknown():
    assert closest("xyzzy", ["part", "join", "topic"]) is None


def test_how_like_a_word_has_to_be_can_be_said():
    assert closest("tael", ["teal"], cutoff=0.99) is None
