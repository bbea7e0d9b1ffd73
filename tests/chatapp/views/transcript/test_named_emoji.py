"""Emoji that no font has: their names stand in the messages."""

import pytest

from chatapp.views.emoji.emoji import EmojiArtist
from tests.chatapp.views.messages import message
from tests.chatapp.views.transcript_stage import shown


@pytest.fixture
def without_font(look, monkeypatch):
    """Have no font that has emoji."""
    monkeypatch.setattr(look.emoji, "_artist", EmojiArtist([]))
    spell = lambda text: text.replace("🎉", ":tada:")  # noqa: E731
    monkeypatch.setattr(look, "spell_emoji", spell)


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ("well done 🎉 all", "well done :tada: all"),
        ("🎉", ":tada:"),
        ("שלום 🎉", ":tada:"),
    ],
)
def test_a_name_stands_for_an_emoji_that_no_font_has(
    transcript, settle, without_font, said, seen
):
    transcript.splice(0, 0, [message(0, said)])
    settle()

    assert seen in shown(transcript)
    assert "🎉" not in shown(transcript)


def test_a_long_line_with_names_of_emoji_is_no_wider_than_the_window(
    transcript, settle, without_font
):
    transcript.splice(0, 0, [message(0, "שלום 🎉 " * 60)])
    settle()

    assert ":tada:" in shown(transcript)
    assert transcript.text.xview() == (0.0, 1.0)
