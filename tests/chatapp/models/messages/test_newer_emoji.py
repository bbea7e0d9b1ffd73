"""Emoji that came late, and those that have tones of skin, as the library has them."""

import pytest

from chatapp import language
from chatapp.models.entities import Emoji
from chatapp.models.messages.emoji_names import EmojiNames
from chatapp.models.messages.newer_emoji import bare, names_in, read_table

DARK = "\U0001f3ff"


@pytest.fixture(scope="module")
def offered() -> dict[str, str]:
    """Give the group of every emoji that is offered, by its name."""
    groups = EmojiNames().groups()
    return {emoji.name: group.title for group in groups for emoji in group.emoji}


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("shaking_face", "Smileys & Emotion"),
        ("pink_heart", "Smileys & Emotion"),
        ("face_with_bags_under_eyes", "Smileys & Emotion"),
        ("rightwards_pushing_hand", "People & Body"),
        ("person_running_facing_right", "People & Body"),
        ("phoenix", "Animals & Nature"),
        ("moose", "Animals & Nature"),
        ("leafless_tree", "Animals & Nature"),
        ("lime", "Food & Drink"),
        ("root_vegetable", "Food & Drink"),
        ("harp", "Objects"),
        ("broken_chain", "Objects"),
        ("wireless", "Symbols"),
    ],
)
def test_emoji_after_unicode_14_are_in_their_groups(offered, name, group):
    assert offered[name] == group


def test_every_new_emoji_has_a_group_that_there_is(offered):
    assert len(set(offered.values())) == 9


def test_an_emoji_is_bare_without_tone_and_sign():
    assert (bare("✌️"), bare(f"✌{DARK}"), bare("ok")) == ("✌", "✌", "ok")


def test_couples_have_their_tone_twice():
    assert read_table().toned["🧑‍🤝‍🧑"].count("\U0001f3fd") == 2


def test_what_is_offered_has_the_wanted_tone():
    names = EmojiNames(tone=lambda: DARK)

    assert names.named("wave").text == f"👋{DARK}"
    assert names.find("victory", 1)[0].text == f"✌{DARK}"
    assert names.named("tada").text == "🎉"


def test_an_emoji_in_a_tone_is_known_by_its_name():
    assert EmojiNames().of(f"👋{DARK}").name == "wave"


def test_late_emoji_that_the_font_lacks_are_not_offered_but_spelled():
    names = EmojiNames(draws=lambda emoji: emoji != "🪉")

    assert [emoji.name for emoji in names.find("harp", 3)][:1] != ["harp"]
    assert names.find("phoenix", 1)[0].text == "🐦‍🔥"
    assert names.spell("a 🪉") == "a :harp:"


@pytest.fixture
def in_german():
    language.choose("de", {})
    yield
    language.choose("en", {})


@pytest.fixture
def in_french():
    language.choose("fr", {})
    yield
    language.choose("en", {})


@pytest.mark.usefixtures("in_french")
@pytest.mark.parametrize("typed", ["cœur", "coeur", "COEUR"])
def test_it_is_found_however_its_name_is_typed(typed):
    assert EmojiNames().find(typed, 1) == [Emoji("❤️", "heart")]


@pytest.mark.usefixtures("in_german")
def test_an_emoji_is_found_by_its_name_in_the_language_of_the_window():
    names = EmojiNames()

    assert "❤️" in [emoji.text for emoji in names.find("Herz", 2)]
    assert names.find("Geige", 1) == [Emoji("🎻", "violin")]
    assert names.find("phönix", 1)[0].text == "🐦‍🔥"
    assert names.find("phonix", 1)[0].text == "🐦‍🔥"
    assert names.find("wave", 1)[0].text == "👋"


def test_a_language_that_the_library_lacks_has_no_names():
    assert names_in("xx") == {}
    assert names_in("en") == {}
