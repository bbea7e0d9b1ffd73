"""Reads from a library which emoji came late, and which have tones of skin.

The library emojis has names that people know, and groups, but nothing after Unicode 14;
the library emoji has all emoji there are.
"""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from chatapp.language import SOURCE

_LAST_KNOWN = 14
_WHOLE = 2
_MEDIUM = "\U0001f3fd"
_TONES = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
_PICTURED = "\ufe0f"
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
# Where Unicode puts single new emoji; what is made of several is with its first part.
_BLOCKS = (
    (range(0x1F6D8, 0x1F6DA), "Travel & Places"),
    (range(0x1F6DC, 0x1F6DD), "Symbols"),
    (range(0x1FA75, 0x1FA78), "Smileys & Emotion"),
    (range(0x1FAAF, 0x1FAB0), "Symbols"),
    (range(0x1FA70, 0x1FAB0), "Objects"),
    (range(0x1FAB0, 0x1FAC0), "Animals & Nature"),
    (range(0x1FAC0, 0x1FACC), "People & Body"),
    (range(0x1FACC, 0x1FAD0), "Animals & Nature"),
    (range(0x1FAD0, 0x1FADF), "Food & Drink"),
    (range(0x1FAE0, 0x1FAF0), "Smileys & Emotion"),
    (range(0x1FAF0, 0x1FB00), "People & Body"),
)
_ELSE = "Objects"
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


@dataclass(frozen=True, slots=True)
class NewerEmoji:
    """An emoji with its names; `group` is "" where its first part tells that."""

    text: str
    names: tuple[str, ...]
    group: str


@dataclass(frozen=True, slots=True)
class EmojiTable:
    """What the table has; `toned` leads from an emoji to itself in a medium tone."""

    newer: tuple[NewerEmoji, ...]
    toned: Mapping[str, str]


NO_TABLE = EmojiTable((), {})
NO_NAMES: Mapping[str, str] = {}


def read_table() -> EmojiTable:
    """Read the library's file alone: the library itself would keep four megabytes."""
    table: dict[str, dict[str, Any]] = _read("emoji.json")
    toned = {
        bare(text): text
        for text, about in table.items()
        if about["status"] == _WHOLE and set(text) & _TONES == {_MEDIUM}
    }
    return EmojiTable(tuple(_newer(table)), toned)


def names_in(language: str) -> Mapping[str, str]:
    """Give what each emoji is called in a language, as `unaccented` has it.

    There is "_" between its words.
    """
    if language == SOURCE:
        return {}  # the names that people type are English
    try:
        names: dict[str, str] = _read(f"emoji_{language}.json")
    except FileNotFoundError:
        return {}
    return {
        text: unaccented(name.strip(":"))
        for text, name in names.items()
        if not set(text) & _TONES
    }


def unaccented(text: str) -> str:
    """Give a text as people may type it in haste: small, with no accents."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return "".join(it for it in parts if not unicodedata.combining(it))


def bare(text: str) -> str:
    """Give an emoji without its tones, and without the sign that it is a picture."""
    if text.isascii():
        return text
    return "".join(it for it in text if it not in _TONES and it != _PICTURED)


def _read(name: str) -> Any:
    library = find_spec("emoji")
    if library is None or library.origin is None:
        raise ImportError
    file = Path(library.origin).with_name("unicode_codes") / name
    return json.loads(file.read_text(encoding="utf-8"))


def _newer(table: Mapping[str, Mapping[str, Any]]) -> Iterator[NewerEmoji]:
    for text, about in table.items():
        is_new = about["status"] == _WHOLE and about["E"] > _LAST_KNOWN
        if is_new and not set(text) & _TONES:
            names = [about["en"], *about.get("alias", ())]
            plain = tuple(name.strip(":").casefold() for name in names)
            yield NewerEmoji(text, plain, _group_of(text))


def _group_of(text: str) -> str:
    if ord(text[0]) in _FLAG_LETTERS:
        return "Flags"
    if len(text) > 1:
        return ""
    return next((group for block, group in _BLOCKS if ord(text) in block), _ELSE)
