"""Emoji are found by what people call them."""

import pytest

from chatapp.models.messages.emoji_names import EmojiNames, KnownEmoji

KNOWN = [
    KnownEmoji("😀", ("grinning",), ("smile",), "Smileys"),
    KnownEmoji("❤️", ("heart",), ("love",), "Smileys"),
    KnownEmoji("😍", ("heart_eyes",), ("love",), "Smileys"),
    KnownEmoji("💙", ("blue_heart",), (), "Symbols"),
    KnownEmoji("👍", ("+1", "thumbsup"), ("approve",), "People"),
]


@pytest.fixture
def names() -> EmojiNames:
    return EmojiNames(lambda: KNOWN)


def found(names: EmojiNames, wanted: str) -> list[tuple[str, str]]:
    return [(emoji.text, emoji.name) for emoji in names.find(wanted, 10)]


def test_the_whole_name_comes_first_then_beginnings_then_later_words(names) -> None:
    assert [text for text, _name in found(names, "heart")] == ["❤️", "😍", "💙"]


def test_an_emoji_is_found_by_each_of_its_names_and_shown_by_that_one(names) -> None:
    assert found(names, ":thumbs") == [("👍", "thumbsup")]


def test_what_people_think_of_at_an_emoji_finds_it_too(names) -> None:
    assert found(names, "love") == [("❤️", "heart"), ("😍", "heart_eyes")]


def test_words_may_be_parted_by_a_space(names) -> None:
    assert found(names, "Blue heart") == [("💙", "blue_heart")]


def test_no_letters_find_nothing(names) -> None:
    assert found(names, " : ") == []


def test_a_whole_name_gives_its_emoji(names) -> None:
    named = names.named("ThumbsUp")

    assert named is not None
    assert named.text == "👍"
    assert names.named("nobody") is None


def test_groups_keep_their_order_and_are_shown_by_their_first(names) -> None:
    groups = names.groups()

    assert [(group.title, group.sign) for group in groups] == [
        ("Smileys", "😀"),
        ("Symbols", "💙"),
        ("People", "👍"),
    ]


def test_the_library_knows_the_emoji_that_people_use() -> None:
    library = EmojiNames()

    assert found(library, "tada")[0] == ("🎉", "tada")
    assert len(library.groups()) == 9


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("well done 👍🏽!", "well done :+1:!"),
        ("❤️ to all", ":heart: to all"),
        ("🦖 is not known, nor 1️⃣", "🦖 is not known, nor 1️⃣"),
        ("nothing – to spell", "nothing – to spell"),
    ],
)
def test_a_text_is_spelled_with_names_in_place_of_emoji(names, text, spelled) -> None:
    assert names.spell(text) == spelled


def test_texts_without_emoji_do_not_have_the_names_read() -> None:
    EmojiNames(lambda: pytest.fail("read")).spell("Grüße, 2 * 3 # und – mehr")
