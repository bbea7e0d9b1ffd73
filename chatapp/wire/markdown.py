"""Writes Markdown as the codes of formatted text, and such codes as Markdown again.

Bold, italic, strike and code become codes, which every client of IRC shows. A link
with words has its address behind them. Quotes and fences stay as they were typed, and
nothing within a fence is touched.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from chatapp.wire.formatting import (
    BOLD,
    ITALIC,
    MONO,
    PLAIN_STYLE,
    STRIKE,
    Style,
    styled,
)
from chatapp.wire.markdown_blocks import Role, lines_with_roles
from chatapp.wire.markdown_links import with_addresses
from chatapp.wire.markdown_marks import parts

_CODES = {"bold": BOLD, "italic": ITALIC, "strike": STRIKE, "mono": MONO}
_MARKS = {"bold": "**", "italic": "*", "strike": "~~"}
_SPECIAL = re.compile(r"[*_~`]")
# Backslashes are taken all at once: a row of them may be very long.
_TO_ESCAPE = re.compile(r"(?<!\\)\\*+(?:[*~`]|_(?=[^\W_]))")


def encode(text: str) -> str:
    """Write typed Markdown with codes; what is no Markdown stays as it is."""
    return _outside_fences(text, _encode_line)


def decode(text: str) -> str:
    """Write a text that may have codes as one would type it.

    `encode` makes the same text of it again, but for what Markdown cannot say: colours,
    underlines, and marks within a word.
    """
    written = _outside_fences(text, lambda line: _decode_line(line, _as_it_is))
    if encode(written) == text:
        return written
    return _outside_fences(text, lambda line: _decode_line(line, _escaped))


def _outside_fences(text: str, change: Callable[[str], str]) -> str:
    return "\n".join(
        change(line) if role is Role.TEXT else line
        for line, role in lines_with_roles(text)
    )


def _encode_line(line: str) -> str:
    line = with_addresses(line)
    if not _SPECIAL.search(line):
        return line
    shown = [part for part in parts(line) if not part.is_mark]
    styles = [PLAIN_STYLE, *(part.style for part in shown), PLAIN_STYLE]
    codes = [_switch(before, after) for before, after in pairwise(styles)]
    words = [*(part.text for part in shown), ""]
    return "".join(code + word for code, word in zip(codes, words, strict=True))


def _switch(before: Style, after: Style) -> str:
    return "".join(
        code
        for name, code in _CODES.items()
        if getattr(before, name) != getattr(after, name)
    )


class _Written:
    """Markdown as it is written, part by part, so that it takes as long as it is."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._backslashes = 0

    def add(self, words: str) -> None:
        """Add what is no mark."""
        self._parts.append(words)
        at_end = len(words) - len(words.rstrip("\\"))
        is_more = at_end == len(words)
        self._backslashes = at_end + (self._backslashes if is_more else 0)

    def add_mark(self, mark: str) -> None:
        """Add a mark; backslashes before it are not to escape it."""
        self._parts.append("\\" * self._backslashes + mark)
        self._backslashes = 0

    def __str__(self) -> str:
        return "".join(self._parts)


def _decode_line(line: str, written: Callable[[str], str]) -> str:
    segments = list(styled(line))
    found = _Written()
    open_marks: list[str] = []
    for (style, part), lasts in zip(segments, _lasting(segments), strict=True):
        while not all(getattr(style, name) for name in open_marks):
            found.add_mark(_MARKS[open_marks.pop()])
        fresh = [it for it in _MARKS if getattr(style, it) and it not in open_marks]
        for name in sorted(fresh, key=lambda it: -lasts[it]):
            found.add_mark(_MARKS[name])
            open_marks.append(name)
        if style.mono:
            found.add_mark(_in_backticks(part))
        else:
            found.add(written(part))
    for name in reversed(open_marks):
        found.add_mark(_MARKS[name])
    return str(found)


def _lasting(segments: list[tuple[Style, str]]) -> list[dict[str, int]]:
    """Tell for each segment how far each style lasts, as what lasts opens first."""
    lasts = dict.fromkeys(_MARKS, 0)
    found = []
    for style, _part in reversed(segments):
        lasts = {
            name: lasts[name] + 1 if getattr(style, name) else 0 for name in _MARKS
        }
        found.append(lasts)
    return found[::-1]


def _in_backticks(code: str) -> str:
    longest = max((len(row) for row in re.findall("`+", code)), default=0)
    fence = "`" * (longest + 1)
    ends = code[0] + code[-1]
    needs_room = "`" in ends or ends == "  "
    return f"{fence} {code} {fence}" if needs_room else f"{fence}{code}{fence}"


def _as_it_is(part: str) -> str:
    return part


def _escaped(part: str) -> str:
    """Put a backslash before what could be a mark, and double those before it."""

    def escape(match: re.Match[str]) -> str:
        before, mark = match[0][:-1], match[0][-1]
        return f"{before}{before}\\{mark}"

    return _TO_ESCAPE.sub(escape, part)
