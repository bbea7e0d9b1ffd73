"""Finds the words of a text whose spelling can be looked at: no names, no code."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from chatapp.wire.markdown_blocks import Role, lines_with_roles, quote_length
from chatapp.wire.markdown_marks import parts

# A longer text is not looked through while one writes it.
LONGEST = 10_000
_LONGEST_WORD = 60
_ACTION = "/me "
_TOKEN = re.compile(r"\S+")
_QUOTES = "\u00ab\u00bb\u2018\u2019\u201a\u201c\u201d\u201e\u2039\u203a"
_AROUND = f"*_~\"'`()[]{{}}<>,;.!?|\u2026{_QUOTES}"
# Where one of these stands, it is an address, a name, a number or a path.
_NO_PROSE = re.compile(r"[/\\@#=<>{}|_&$%^+\d]|\w[.:]\w|^:|\w\(|\]\(")
# The alphabets whose words stand apart and are in dictionaries as they are written.
_LETTER = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u052f\u1e00-\u1fff"
_WORD = re.compile(rf"[{_LETTER}]+(?:['’][{_LETTER}]+)*")
_OTHER_LETTER = re.compile(rf"[^\W\d_{_LETTER}]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, and where it stands: in which line, and from which column on."""

    text: str
    line: int
    column: int

    @property
    def end(self) -> int:
        """The column behind it."""
        return self.column + len(self.text)


def words_to_check(text: str) -> Iterator[Word]:
    """Give the words of a text that is being written."""
    if len(text) > LONGEST or _is_command(text):
        return
    for number, (line, role) in enumerate(lines_with_roles(text)):
        if role is not Role.TEXT:
            continue
        column = quote_length(line)
        prose = _without_code(line[column:])
        for token in _TOKEN.finditer(prose):
            for word, place in _words_of(token[0]):
                yield Word(word, number, column + token.start() + place)


def parts_of_names(names: Iterable[str]) -> frozenset[str]:
    """Give the words of names, such as those of Anna-Lena, in small letters."""
    found = (_WORD.findall(name.casefold()) for name in names)
    return frozenset(chain.from_iterable(found))


def is_named(word: str, parts: frozenset[str]) -> bool:
    """Tell whether a word is a part of a name, or what belongs to one: Ada's."""
    return re.split("['’]", word.casefold())[0] in parts


def _is_command(text: str) -> bool:
    is_command = text.startswith("/") and not text.startswith("//")
    return is_command and "\n" not in text and not text.startswith(_ACTION)


def _without_code(line: str) -> str:
    """Put blanks where code stands, so that all else keeps its place."""
    if "`" not in line:
        return line
    return "".join(
        " " * len(part.text) if part.style.mono else part.text for part in parts(line)
    )


def _words_of(token: str) -> Iterator[tuple[str, int]]:
    """Give the words of what stands between two blanks, if it is prose."""
    core = token.strip(_AROUND)
    if _NO_PROSE.search(core):
        return
    if token.startswith(("@", "#", ":")) or "()" in token or _OTHER_LETTER.search(core):
        return
    start = token.index(core)
    for match in _WORD.finditer(core):
        word = match[0]
        if _is_usual(word):
            yield word, start + match.start()


def _is_usual(word: str) -> bool:
    """Leave out single letters, abbreviations and words such as camelCase."""
    is_plain = word.islower() or word.istitle() or word[1:].islower()
    has_apostrophe = "'" in word or "’" in word
    return 1 < len(word) <= _LONGEST_WORD and (is_plain or has_apostrophe)
