"""What opens completions, and what does not."""

import pytest

from chatapp.controllers.writing.completion_word import (
    Word,
    whole_name_before,
    word_before,
)
from chatapp.models.entities import SuggestionKind

COMMAND, PERSON = SuggestionKind.COMMAND, SuggestionKind.PERSON
ROOM, EMOJI = SuggestionKind.ROOM, SuggestionKind.EMOJI


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("/", Word(COMMAND, 0, "")),
        ("/jo", Word(COMMAND, 0, "jo")),
        ("@", Word(PERSON, 0, "")),
        ("hello @Ad", Word(PERSON, 6, "Ad")),
        ("one\n@Ad", Word(PERSON, 4, "Ad")),
        ("(see #lob", Word(ROOM, 5, "lob")),
        ("🎉 :sm", Word(EMOJI, 2, "sm")),
        ("`code` @Ad", Word(PERSON, 7, "Ad")),
        ("```\ncode\n``` :sm", Word(EMOJI, 13, "sm")),
    ],
)
def test_these_words_can_be_completed(text: str, word: Word) -> None:
    assert word_before(text, len(text)) == word


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "//jo",
        "/join ",
        "one /jo",
        "somebody@home",
        "https://example.org/@ada",
        "https://example.org/#top",
        ":s",
        ":D",
        "10:30",
        "a:smile",
        "`code @Ad",
        "```\ncode\n@Ad",
        "# title",
    ],
)
def test_these_words_open_nothing(text: str) -> None:
    assert word_before(text, len(text)) is None


def test_only_what_stands_before_the_cursor_counts() -> None:
    assert word_before("@Adam said", 3) == Word(PERSON, 0, "Ad")


def test_an_emojis_name_is_whole_with_its_second_colon() -> None:
    assert whole_name_before("so :tada:", 9) == Word(EMOJI, 3, "tada")
    assert whole_name_before("so :tada", 8) is None
    assert whole_name_before("`so :tada:", 10) is None
