"""Which words of a text are looked up, and which are no prose."""

import pytest

from chatapp.models.desktop.spelling_words import (
    Word,
    is_named,
    parts_of_names,
    words_to_check,
)


def found(text: str) -> list[str]:
    return [word.text for word in words_to_check(text)]


def test_each_word_is_told_with_its_place():
    words = list(words_to_check("good (mornin)\n> Welt"))

    assert words == [Word("good", 0, 0), Word("mornin", 0, 6), Word("Welt", 1, 2)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It’s fine, don't.", ["It’s", "fine", "don't"]),
        ("ein gut-gemeinter Rat", ["ein", "gut", "gemeinter", "Rat"]),
        ("**bold** _italic_ ~~gone~~", ["bold", "italic", "gone"]),
        ("„Straße“ «été» …", ["Straße", "été"]),
        ("/me wavs", ["me", "wavs"][1:]),
        ("end.", ["end"]),
    ],
)
def test_prose_is_looked_up(text, words):
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "/join wrongg",
        "https://exampel.org/wrongg www.exampel.org",
        "exampel.org me@exampel.org C:\\wrongg src/wrongg",
        "@wrongg #wrongg",
        ":smiel: v2wrongg snake_casee camelCasee wrongg()",
        "NATOO x",
        "`wrongg code` ``wrongg ` too``",
        "```\nwrongg\n```",
        "[x](https://wrongg)",
        "你好世界 สวัสดี नमस्ते",
    ],
)
def test_what_is_no_prose_is_left_alone(text):
    assert found(text) == []


def test_words_around_code_keep_their_places():
    assert list(words_to_check("a `b` wrongg")) == [Word("wrongg", 0, 6)]


def test_a_very_long_text_is_not_looked_through():
    assert found("wrongg " * 2000) == []


@pytest.mark.parametrize("word", ["Anna", "lena", "Kofi’s", "lobby", "pupil"])
def test_parts_of_names_are_known(word):
    parts = parts_of_names(["Anna-Lena", "Kofi", "#lobby", "pupil2"])

    assert is_named(word, parts)
    assert not is_named("ann", parts)
