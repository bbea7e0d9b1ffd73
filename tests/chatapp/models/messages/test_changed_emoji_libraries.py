"""Libraries of emoji that have changed: what they say no more is missed, in peace."""

import json
import sys
from pathlib import Path

import pytest

from chatapp.models.messages.emoji_names import EmojiNames

TABLE = """from collections import namedtuple
Emoji = namedtuple('Emoji', 'aliases emoji tags category')
"""
TADA = f"{TABLE}EMOJI_DB = [Emoji(['tada'], '🎉', ['party'], 'Activities')]"
NEWER = {"🫩": {"en": ":tired:", "status": 2, "E": 16}}


@pytest.fixture
def libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose libraries stand for those of emoji."""
    for file, text in {
        "emojis/__init__.py": "",
        "emojis/db/db.py": TADA,
        "emoji/__init__.py": "",
        "emoji/unicode_codes/emoji.json": json.dumps(NEWER),
    }.items():
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name in ("emoji", "emojis"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    return tmp_path


def offered(names: EmojiNames) -> list[str]:
    return [emoji.text for group in names.groups() for emoji in group.emoji]


@pytest.mark.usefixtures("libraries")
def test_libraries_as_they_are_known_tell_all() -> None:
    assert offered(EmojiNames()) == ["🎉", "🫩"]


@pytest.mark.parametrize(
    "source",
    [
        "EMOJI_DATABASE = {}",
        "EMOJI_DB = [('tada', '🎉')]",
        f"{TABLE}EMOJI_DB = [Emoji([], '🎉', [], 'Activities')]",
        f"{TABLE}EMOJI_DB = [Emoji(None, '🎉', [], 'Activities')]",
        "raise RuntimeError",
        "not Python",
    ],
)
def test_names_in_another_form_are_missed_and_newer_emoji_are_not(
    libraries, source
) -> None:
    (libraries / "emojis/db/db.py").write_text(source, encoding="utf-8")

    names = EmojiNames()

    assert offered(names) == ["🫩"]
    assert names.spell("well done 🎉") == "well done 🎉"


@pytest.mark.parametrize(
    "table",
    ["[]", "{", '{"🫩": {"status": "qualified"}}', '{"🫩": 16}', "\udcff"],
)
def test_newer_emoji_in_another_form_are_missed_and_names_are_not(
    libraries, table
) -> None:
    path = libraries / "emoji/unicode_codes/emoji.json"
    path.write_bytes(table.encode(errors="surrogateescape"))

    assert offered(EmojiNames()) == ["🎉"]


def test_without_any_library_emoji_are_text(monkeypatch) -> None:
    monkeypatch.setattr(
        "chatapp.models.messages.emoji_names.find_spec", lambda _name: None
    )
    monkeypatch.setattr(
        "chatapp.models.messages.newer_emoji.find_spec", lambda _name: None
    )
    names = EmojiNames()

    assert (names.groups(), names.find("tada", 10)) == ([], [])
    assert (names.named("tada"), names.of("🎉")) == (None, None)
    assert names.spell("well done 🎉") == "well done 🎉"


def test_what_cannot_be_read_is_tried_and_logged_once(
    libraries, caplog: pytest.LogCaptureFixture
) -> None:
    (libraries / "emojis/db/db.py").write_text("raise RuntimeError")
    names = EmojiNames()

    names.spell("🎉")
    names.spell("🎉")

    assert caplog.text.count("RuntimeError") == 1
