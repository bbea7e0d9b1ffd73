"""Reads what a script hands over, and leaves out what only terminals understand."""

import codecs
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from chatapp.language import gettext as _
from chatapp.language import ngettext

_TERMINAL_ORDERS = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # colours, and where the cursor goes
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # titles and links
    r"|\x1b[ -/]*[0-~]"
)
_CONTROLS = re.compile(r"[\x00\x01\x05-\x08\x0b-\x0e\x10\x12-\x15\x17-\x1c\x7f-\x9f]")
"""Control characters but for the tab, and the codes by which messages are set."""
_LINE_ENDS = re.compile(r"\r\n|\r|\n")

_NOT_UTF_8 = _(
    "Line {place} of what came in is not UTF-8, so nothing was sent. Change it first,"
    " such as with: iconv -f ISO-8859-1 -t UTF-8"
)
_NOT_UTF_8_ON_WINDOWS = _(
    "Line {place} of what came in is not UTF-8, so nothing was sent. Save files in"
    " UTF-8; the console writes it as well once you type: chcp 65001"
)


class NotText(ValueError):
    """What came in is not text; the words are a sentence for who sent it."""


@dataclass(frozen=True, slots=True)
class ScriptInput:
    """The lines to say, and in how many of them something was left out."""

    lines: Sequence[str]
    changed: int = 0

    @property
    def warning(self) -> str:
        """Say that something was left out; "" where nothing was."""
        if not self.changed:
            return ""
        return ngettext(
            "Control characters cannot be sent: they were left out of {count} line.",
            "Control characters cannot be sent: they were left out of {count} lines.",
            self.changed,
        ).format(count=self.changed)


def read_input(data: bytes) -> ScriptInput:
    """Take apart what came in, in UTF-8, into the lines that say something.

    UTF-16 is read where it says so, as in the files that Windows PowerShell writes.
    Nothing else is guessed: wrong words, once said, everybody has read.

    Raises:
        NotText: it is neither.
    """
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        place = data.count(b"\n", 0, error.start) + 1
        sentence = _NOT_UTF_8_ON_WINDOWS if sys.platform == "win32" else _NOT_UTF_8
        raise NotText(sentence.format(place=place)) from error
    lines = _LINE_ENDS.split(text)
    cleaned = [_CONTROLS.sub("", _TERMINAL_ORDERS.sub("", line)) for line in lines]
    changed = sum(new != old for new, old in zip(cleaned, lines, strict=True))
    return ScriptInput([line for line in cleaned if line.strip()], changed)
