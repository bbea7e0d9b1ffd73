"""The emoji there are: their names and groups, and which of them some letters mean."""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, TypeVar

from chatapp import language
from chatapp.models.entities import Emoji, EmojiGroup

log = logging.getLogger(__name__)

Read = TypeVar("Read")
_OWN, _BEGINS = 1, 2
# Numbers on keys and flags begin with what may be something else, too.
_MAY_BE_EMOJI = re.compile("[#*0-9](?=\ufe0f?\u20e3)|[\u00a9\u00ae\u203c-\U0001faff]")
# The shade of a skin, and that a picture is meant: names leave both out.
_VARIANT = re.compile("[\U0001f3fb-\U0001f3ff\ufe0f]+")
MEDIUM = "\U0001f3fd"
_LONGEST = 10
_TABLE = "emojis.db.db"


@dataclass(frozen=True, slots=True)
class KnownEmoji:
    """An emoji with all its names, and words that people think of at it.

    Its `own` name is the one in the reader's language; "" where that is English.
    """

    text: str
    names: tuple[str, ...]
    words: tuple[str, ...]
    group: str
    toned: str = ""
    own: str = ""
    is_late: bool = False


def read_library() -> Iterator[KnownEmoji]:
    """Read what the libraries know; `toned` is an emoji in a medium tone of skin.

    What another release of a library keeps in another way is missed, and nothing else:
    emoji are then shown and typed as text.
    """
    from chatapp.models.messages.newer_emoji import (  # noqa: PLC0415 - few need it
        NO_NAMES,
        NO_TABLE,
        bare,
        names_in,
        read_table,
    )

    table = _read_or(NO_TABLE, read_table)
    own = _read_or(NO_NAMES, lambda: names_in(language.current()))
    known: Sequence[KnownEmoji] = _read_or((), lambda: tuple(_well_known()))
    groups = {it.text[0]: it.group for it in reversed(known)}
    for it in known:
        toned = table.toned.get(bare(it.text), "")
        yield replace(it, own=own.get(it.text, ""), toned=toned)
    for new in table.newer:
        group = new.group or groups.get(new.text[0], "")
        in_tone = table.toned.get(bare(new.text), "")
        yield KnownEmoji(
            new.text,
            new.names,
            (),
            group,
            in_tone,
            own.get(new.text, ""),
            is_late=True,
        )


def _read_or(nothing: Read, read: Callable[[], Read]) -> Read:
    """Read a part of a library; give nothing where that has changed."""
    try:
        return read()
    except Exception as error:  # noqa: BLE001 - of a library that is not known yet
        log.warning("Names of emoji cannot be read: %s", type(error).__name__)
        return nothing


def _well_known() -> Iterator[KnownEmoji]:
    """Read the names that people type."""
    for it in _load_table().EMOJI_DB:
        if not it.emoji or not it.aliases:
            raise ValueError
        text, group = str(it.emoji), str(it.category)
        yield KnownEmoji(text, _texts(it.aliases), _texts(it.tags), group)


def _texts(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(map(str, values))


def _load_table() -> Any:
    """Load the library's table alone.

    The library itself compiles large patterns, which takes fifty times as long as that,
    and four megabytes.
    """
    library = find_spec("emojis")
    if library is None or library.origin is None:
        raise ImportError
    table = spec_from_file_location(_TABLE, Path(library.origin).parent / "db/db.py")
    if table is None or table.loader is None:
        raise ImportError
    module = module_from_spec(table)
    table.loader.exec_module(module)
    return module


class EmojiNames:
    """Reads the names when they are first asked for.

    What is offered has the tone of skin that is wanted, if it can have one.
    """

    def __init__(
        self,
        read: Callable[[], Iterable[KnownEmoji]] = read_library,
        tone: Callable[[], str] = lambda: "",
        draws: Callable[[str], bool] = lambda _emoji: True,
    ) -> None:
        """Prepare; `tone` is wanted, and `draws` tells of late emoji if they show."""
        self._read = read
        self._tone = tone
        self._draws = draws
        self._offered: list[KnownEmoji] | None = None
        self._known: list[KnownEmoji] | None = None
        self._named: dict[str, KnownEmoji] = {}
        self._by_text: dict[str, KnownEmoji] = {}

    def groups(self) -> Sequence[EmojiGroup]:
        """Give all emoji in their groups, as Unicode orders them."""
        found: dict[str, list[Emoji]] = {}
        for it in self._all_offered():
            found.setdefault(it.group, []).append(self._as_shown(it))
        return [
            EmojiGroup(title, group[0].text, tuple(group))
            for title, group in found.items()
        ]

    def named(self, name: str) -> Emoji | None:
        """Give the emoji that has this name."""
        self._all()
        found = self._named.get(name.casefold())
        return self._as_shown(found) if found else None

    def of(self, text: str) -> Emoji | None:
        """Give an emoji with its name, in the tone that it has."""
        self._all()
        found = self._by_text.get(text) or self._by_text.get(_VARIANT.sub("", text))
        return Emoji(text, found.names[0]) if found else None

    def spell(self, text: str) -> str:
        """Write a text with the names of its emoji, for where these cannot be shown."""
        if text.isascii() or not _MAY_BE_EMOJI.search(text):
            return text
        self._all()
        parts, at = [], 0
        while at < len(text):
            part, length = self._spelled_at(text, at)
            parts.append(part)
            at += length
        return "".join(parts)

    def _spelled_at(self, text: str, at: int) -> tuple[str, int]:
        """Spell the longest emoji that begins here; tell how long that was."""
        if not _MAY_BE_EMOJI.match(text, at):
            return text[at], 1
        for length in range(_LONGEST, 0, -1):
            found = self._by_text.get(text[at : at + length])
            if found:
                rest = _VARIANT.match(text, at + length)
                end = rest.end() if rest else at + length
                return f":{found.names[0]}:", end - at
        return text[at], 1

    def find(self, wanted: str, most: int) -> Sequence[Emoji]:
        """Find what these letters mean: first what has them as a whole name or word."""
        letters = wanted.strip().strip(":").casefold().replace(" ", "_")
        if not letters:
            return []
        from chatapp.models.messages.newer_emoji import (  # noqa: PLC0415 - as above
            unaccented,
        )

        plain = unaccented(letters)
        ranked: list[tuple[int, int, int, Emoji]] = []
        for place, it in enumerate(self._all_offered()):
            rank, rest, name = _rank(letters, plain, it)
            if name:
                ranked.append((rank, rest, place, self._as_shown(it, name)))
        ranked.sort(key=lambda each: each[:3])
        return [each[-1] for each in ranked[:most]]

    def _all(self) -> list[KnownEmoji]:
        if self._known is None:
            self._known = list(self._read())
            self._named = {
                name.casefold(): it for it in self._known for name in it.names
            }
            self._by_text = {it.text: it for it in self._known}
            for it in self._known:
                self._by_text.setdefault(_VARIANT.sub("", it.text), it)
        return self._known

    def _all_offered(self) -> list[KnownEmoji]:
        if self._offered is None:
            self._offered = [
                it for it in self._all() if not it.is_late or self._draws(it.text)
            ]
        return self._offered

    def _as_shown(self, it: KnownEmoji, name: str = "") -> Emoji:
        tone = self._tone()
        text = it.toned.replace(MEDIUM, tone) if tone and it.toned else it.text
        return Emoji(text, name or it.names[0])


def _rank(letters: str, plain: str, it: KnownEmoji) -> tuple[int, int, str]:
    """Tell how well an emoji fits, the best is 0, and by which name; "" if not.

    Of those that fit equally well, the one with the lower second number is first. The
    letters are `plain` without accents, as its own name is.
    """
    own, first = it.own, it.names[0]
    if letters in it.names:
        return 0, 0, letters
    if f"_{plain}_" in f"_{own}_":
        return _OWN, len(own) + len(first), first
    beginning = [name for name in it.names if name.startswith(letters)]
    if beginning:
        name = min(beginning, key=len)
        return _BEGINS, len(name), name
    if own.startswith(plain):
        return _BEGINS, len(own), first
    for name in it.names:
        if f"_{letters}" in name or f"-{letters}" in name:
            return 3, 0, name
    if f"_{plain}" in own or any(word.startswith(letters) for word in it.words):
        return 4, 0, first
    found = next((name for name in it.names if letters in name), "")
    return 5, 0, found
