"""Changed settings of a room are told in words."""

import pytest

from chatapp.controllers.rooms.mode_wording import changed_settings
from chatapp.models.entities import Change, MessageKind
from tests.chatapp.controllers.fakes import message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("+o Bob", "Ada made Bob a moderator"),
        ("-v Bob", "Ada took the voice from Bob"),
        ("+m", "Ada let only people with a voice speak here"),
        ("+l 30", "Ada lets no more than 30 people in"),
        ("+b *!*@10.0.0.5", "Ada banned everybody from 10.0.0.5"),
        ("-b a:bob", "Ada lifted the ban of bob"),
        ("+b m:a:bob", "Ada muted bob"),
        ("-q bob!*@*", "Ada let bob speak again"),
        ("+b bob!*@10.0.0.5", "Ada banned bob"),
        ("+b *!*@*", "Ada banned *!*@*"),
        ("+q Bob", "Ada made Bob a founder"),
        ("+ov Bob Cy", "Ada made Bob a moderator · Ada gave a voice to Cy"),
        ("+ki pa55", "Ada asks newcomers for a key · Ada let only invited people in"),
        ("+kZ pa55", "Ada changed the room's settings: +kZ"),
        (
            "+i-k",
            "Ada let only invited people in · Ada asks newcomers for no key any more",
        ),
        (
            "+nb bob!*@*",
            "Ada let only people in this room write here · Ada banned bob",
        ),
        ("+oZ Bob", "Ada changed the room's settings: +oZ Bob"),
        ("+o Bob Cy", "Ada changed the room's settings: +o Bob Cy"),
        ("+b", "Ada changed the room's settings: +b"),
        ("+Z {x}", "Ada changed the room's settings: +Z {x}"),
        ("", "Ada changed the room's settings: "),
    ],
)
def test_a_change_is_told_in_words(text: str, words: str) -> None:
    line = message("k1", kind=MessageKind.CHANGE, change=Change.MODE, text=text)

    assert changed_settings(line) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("+b a:bob", "You banned bob"),
        ("-b m:*!*@10.0.0.5", "You let everybody from 10.0.0.5 speak again"),
    ],
)
def test_whom_one_banned_or_muted_oneself_is_named(text: str, words: str) -> None:
    assert changed_settings(message("k1", text=text, mine=True)) == words


def test_what_one_changed_oneself_is_told_as_ones_own() -> None:
    line = message("k1", text="+t", mine=True)

    assert changed_settings(line) == "You let only moderators change the topic"
