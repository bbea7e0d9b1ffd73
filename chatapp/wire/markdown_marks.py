"""Finds the marks of Markdown in a line, in one pass: bold, italic, strike and code.

The rules are those of chats rather than of https://spec.commonmark.org: a mark stands
at the edge of a word, so that 2*3*4, snake_case and file names stay as they are.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from chatapp.wire.formatting import PLAIN_STYLE, Style

# What is longer than people write is not looked through.
LONGEST_LINE = 4000
_MOST_IN_A_ROW = 3
_ADDRESS_END = "*_~.,:;!?)'\""
_TOKEN = re.compile(
    r"(?<!\\)(?P<escape>\\++)(?P<escaped>[*~`]|_(?=[^\W_]))"
    r"|(?P<code>`+)"
    r"|(?P<address>(?<!\w)(?:[a-z]{2,6}://|www\.)[^\s<>`]+)"
    r"|(?P<row>\*+|~+|_+)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]")
_STYLES = {("*", 2): "bold", ("*", 1): "italic", ("_", 1): "italic", ("~", 2): "strike"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a line in one style, or a mark, which is not to be read."""

    text: str
    style: Style = PLAIN_STYLE
    is_mark: bool = False


class _Pair(NamedTuple):
    """Two marks, each from one place to another, and the style they switch, if any."""

    start: int
    inner_start: int
    inner_stop: int
    stop: int
    style: str


@dataclass(slots=True)
class _Row:
    """Equal characters in a row, of which some may still open or close something."""

    character: str
    start: int
    length: int

    @property
    def stop(self) -> int:
        return self.start + self.length


def parts(line: str) -> Iterator[Part]:
    """Take a line apart; joined, the texts of its parts are the line again."""
    style, position = PLAIN_STYLE, 0
    for start, stop, switched in _switches(line):
        if start > position:
            yield Part(line[position:start], style)
        if switched:
            changed = {switched: not getattr(style, switched)}
            style = replace(style, **changed)  # type: ignore[arg-type]  # none is a colour
        yield Part(line[start:stop], style, is_mark=True)
        position = stop
    if position < len(line):
        yield Part(line[position:], style)


def _switches(line: str) -> list[tuple[int, int, str]]:
    """Give the marks in their order, without those of a style within itself."""
    found: list[tuple[int, int, str]] = []
    ends: dict[str, int] = {}
    for pair in sorted(_Scanner(line).pairs):
        if pair.style and pair.start < ends.get(pair.style, 0):
            continue
        ends[pair.style] = pair.stop
        found.append((pair.start, pair.inner_start, pair.style))
        if pair.stop > pair.inner_start:
            found.append((pair.inner_stop, pair.stop, pair.style))
    return sorted(found)


class _Scanner:
    """Goes once through a line, and notes what belongs together."""

    def __init__(self, line: str) -> None:
        self.pairs: list[_Pair] = []
        self._line = line
        self._open: dict[str, list[_Row]] = {"*": [], "_": [], "~": []}
        self._backticks: dict[int, list[int]] = {}
        if len(line) > LONGEST_LINE:
            return
        for row in re.finditer("`+", line):
            self._backticks.setdefault(len(row[0]), []).append(row.start())
        position = 0
        while match := _TOKEN.search(line, position):
            position = self._take(match)

    def _take(self, match: re.Match[str]) -> int:
        """Take a token in; tell where the next one may begin."""
        if match["escape"]:
            return self._escape(match)
        if match["code"]:
            return self._code(match)
        if match["address"]:
            return match.start() + max(4, len(match[0].rstrip(_ADDRESS_END)))
        self._edge(match)
        return match.end()

    def _escape(self, match: re.Match[str]) -> int:
        """Of two backslashes before a mark one is read; a last odd one escapes it."""
        start, stop = match.span("escape")
        for each in range(start, stop, 2):
            self.pairs.append(_Pair(each, each + 1, each + 1, each + 1, ""))
        return match.end() if (stop - start) % 2 else stop

    def _code(self, match: re.Match[str]) -> int:
        """Note what stands in backticks; it ends at the next row of as many of them."""
        start, same = match.end(), self._backticks.get(len(match[0]), [])
        number = bisect_left(same, start)
        inner = self._line[start : same[number]] if number < len(same) else ""
        if not inner.strip():
            return start
        # One space within, as is needed where the code itself begins with a backtick.
        pad = int(len(inner) > 2 and inner[0] == " " == inner[-1])
        end = same[number]
        stop = end + len(match[0])
        self.pairs.append(_Pair(match.start(), start + pad, end - pad, stop, "mono"))
        return stop

    def _edge(self, match: re.Match[str]) -> None:
        """Close with a row what is open, if it stands after a word; else open more."""
        start, stop = match.span()
        before, after = self._line[start - 1 : start], self._line[stop : stop + 1]
        row = _Row(match[0][0], start, stop - start)
        if before and not before.isspace() and not after.isalnum():
            self._close(row)
        if row.length > _MOST_IN_A_ROW or before.isalnum() or not row.length:
            return
        opens = after.isalnum() if row.character == "_" else after and after != " "
        if opens:
            self._open[row.character].append(row)

    def _close(self, row: _Row) -> None:
        while row.length and self._open[row.character]:
            opener = self._open[row.character][-1]
            count = 2 if min(row.length, opener.length) > 1 else 1
            style = _STYLES.get((row.character, count))
            if not style or not _WORD.search(self._line, opener.stop, row.start):
                return
            opener.length -= count
            self.pairs.append(
                _Pair(
                    opener.stop,
                    opener.stop + count,
                    row.start,
                    row.start + count,
                    style,
                )
            )
            row.start += count
            row.length -= count
            self._forget_after(opener)

    def _forget_after(self, opener: _Row) -> None:
        """What was opened within a pair cannot be closed outside of it."""
        for rows in self._open.values():
            while rows and (rows[-1].start > opener.start or not rows[-1].length):
                rows.pop()
