"""The emoji picker finds emoji and remembers them, with a mocked card."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.writing.emoji_picker import (
    EmojiPickerController,
    EmojiPickerView,
)
from chatapp.models.entities import Emoji
from chatapp.models.messages.emoji_names import EmojiNames
from chatapp.models.settings.choices import SkinTone
from chatapp.models.settings.settings import Settings
from chatapp.models.settings.settings_table import (
    MOST_RECENT_EMOJI,
    RECENT_EMOJI,
    SKIN_TONE,
)


@pytest.fixture
def view(mocker: MockerFixture):
    return mocker.create_autospec(EmojiPickerView, instance=True)


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings.load(tmp_path)


@pytest.fixture
def picker(view, settings) -> EmojiPickerController:
    return EmojiPickerController(lambda: view, EmojiNames(), settings)


def titles(view) -> list[str]:
    return [group.title for group in view.show_groups.call_args.args[0]]


def test_all_groups_are_shown_and_then_the_card_opens(picker, view) -> None:
    picker.pick(lambda _emoji: None)

    assert titles(view)[:2] == ["Smileys", "People"]
    view.open.assert_called_once_with()


def test_what_is_picked_is_given_to_whoever_wanted_it(picker, view, settings) -> None:
    picked: list[str] = []
    picker.pick(picked.append)

    view.on_pick("🎉")

    assert picked == ["🎉"]
    assert settings[RECENT_EMOJI] == ("🎉",)


def test_what_was_used_lately_comes_first_the_next_time(picker, view, settings) -> None:
    settings.change(RECENT_EMOJI, ("🎉", "👍"))

    picker.pick(lambda _emoji: None)

    first = view.show_groups.call_args.args[0][0]
    assert (first.title, first.emoji) == (
        "Used lately",
        (Emoji("🎉", "tada"), Emoji("👍", "+1")),
    )


def test_an_emoji_is_remembered_once_and_no_more_than_fit(picker, settings) -> None:
    many = tuple(str(number) for number in range(MOST_RECENT_EMOJI))
    settings.change(RECENT_EMOJI, many)

    picker.remember("5")

    assert settings[RECENT_EMOJI][:3] == ("5", "0", "1")
    assert len(settings[RECENT_EMOJI]) == MOST_RECENT_EMOJI


def test_what_is_typed_is_searched_and_nothing_typed_shows_all(picker, view) -> None:
    picker.pick(lambda _emoji: None)

    view.on_search("tada")
    view.on_search(" ")

    assert view.show_found.call_args.args[0][0] == Emoji("🎉", "tada")
    assert view.show_groups.call_count == 2


@pytest.fixture
def toned(view, settings) -> EmojiPickerController:
    names = EmojiNames(tone=lambda: settings[SKIN_TONE].modifier)
    return EmojiPickerController(lambda: view, names, settings)


def test_a_tone_of_skin_holds_for_all_that_is_shown_and_is_remembered(
    toned, view, settings
) -> None:
    toned.pick(lambda _emoji: None)

    view.on_tone("dark")

    people = view.show_groups.call_args.args[0][1]
    assert "👋🏿" in [emoji.text for emoji in people.emoji]
    assert settings[SKIN_TONE] is SkinTone.DARK
    assert view.show_tones.call_args.args[1] == "dark"


def test_what_was_searched_for_is_shown_in_the_new_tone(toned, view) -> None:
    toned.pick(lambda _emoji: None)
    view.on_search("wave")

    view.on_tone("light")

    assert view.show_found.call_args.args[0][0].text == "👋🏻"


def test_the_tones_are_hands_from_none_to_dark(toned, view) -> None:
    toned.pick(lambda _emoji: None)

    tones, chosen = view.show_tones.call_args.args
    assert [hand for _key, hand in tones] == [
        "✋",
        "✋🏻",
        "✋🏼",
        "✋🏽",
        "✋🏾",
        "✋🏿",
    ]
    assert chosen == "none"
