"""Reads text files that somebody puts into a message, and refuses what is none."""

import codecs
from dataclasses import dataclass
from enum import Enum, auto
from fnmatch import fnmatch
from pathlib import Path

MOST_BYTES = 100_000
LONGEST_LINE = 20_000
"""Characters: with more in a line, Tk takes seconds for each key."""

_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# What Windows has written for decades, where it is not UTF-8.
_ENCODINGS = ("utf-8", "cp1252")
_USUAL_CONTROLS = "\t\n\r\f\x1b"
# They turn around what is read, so that it is not what a machine runs.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Endings that several languages share: the one that most people mean.
_LIKELIEST = {".m": "matlab", ".pl": "perl", ".r": "r", ".sql": "sql", ".v": "verilog"}
_NO_LANGUAGE = "text"


class Refusal(Enum):
    """Why a file cannot be put into a message."""

    NO_FILE = auto()
    UNREADABLE = auto()
    EMPTY = auto()
    TOO_LARGE = auto()
    NO_TEXT = auto()
    LONG_LINE = auto()


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file's lines, and their language as a fence names it; "" if it has none."""

    text: str
    language: str


def read_text_file(path: Path) -> TextFile | Refusal:
    """Read a file that may be anything; disks may take their time over that."""
    try:
        if not path.is_file():
            return Refusal.NO_FILE if path.exists() else Refusal.UNREADABLE
        with path.open("rb") as file:
            read = file.read(MOST_BYTES + 1)
    except OSError:
        return Refusal.UNREADABLE
    if len(read) > MOST_BYTES:  # of what is no text, less would not do either
        is_text = b"\0" not in read or read.startswith(tuple(_BOMS))
        return Refusal.TOO_LARGE if is_text else Refusal.NO_TEXT
    text = _decoded(read)
    if text is None:
        return Refusal.NO_TEXT
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if has_long_line(lines):
        return Refusal.LONG_LINE
    return TextFile(lines, language_of_file(path.name)) if lines else Refusal.EMPTY


def has_long_line(text: str) -> bool:
    """Tell whether a line of a text is too long to be written in."""
    is_long = len(text) > LONGEST_LINE
    return is_long and any(len(it) > LONGEST_LINE for it in text.splitlines())


def language_of_file(name: str) -> str:
    """Tell in which language a file is written, by its name; "" if it is plain text."""
    from pygments.lexers import get_all_lexers  # noqa: PLC0415 - few ever need it

    likeliest = _LIKELIEST.get(Path(name).suffix.lower())
    if likeliest:
        return likeliest
    for _name, aliases, patterns, _types in get_all_lexers(plugins=False):
        if aliases and any(fnmatch(name, pattern) for pattern in patterns):
            return "" if aliases[0] == _NO_LANGUAGE else str(aliases[0])
    return ""


def _decoded(read: bytes) -> str | None:
    """Give the text of a file, or None if it is none."""
    marked = [code for mark, code in _BOMS.items() if read.startswith(mark)]
    for encoding in marked or _ENCODINGS:
        try:
            text = read.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if any(map(_is_unusual, text)) else text
    return None


def _is_unusual(character: str) -> bool:
    is_control = character < " " or "\x7f" <= character <= "\x9f"
    is_usual = character in _USUAL_CONTROLS
    return (is_control and not is_usual) or character in _TURNING
