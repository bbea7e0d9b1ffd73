"""Takes what was said apart into lines: words, quotes and code, as much as wanted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from PIL import Image

from chatapp.language import ngettext, number
from chatapp.views.look.palette import Look
from chatapp.views.look.pictures import Photo
from chatapp.views.transcript.code_card import CodeCard
from chatapp.views.transcript.line import SOFT, TURNED, Picture, Piece, Tags
from chatapp.views.transcript.line_fitting import fit
from chatapp.views.transcript.rich_text import (
    EMOJI,
    LONGEST_LINE,
    Run,
    RunKind,
    bare,
    cut,
    cut_lines,
    runs,
)
from chatapp.views.transcript.right_to_left import is_right_to_left
from chatapp.views.transcript.run_pieces import EMOJI_SIZE, LARGE_EMOJI_SIZE, RunPieces
from chatapp.views.transcript.turned_runs import (
    from_right,
    joined,
    needs_turning,
    turned_line,
)
from chatapp.wire.formatting import PLAIN_STYLE, strip_formatting
from chatapp.wire.markdown_blocks import CodeBlock, TextLine, blocks

# So much of a text is shown at first, and so much more each time that it is wanted.
_FIRST_LINES, _MORE_LINES = 24, 200
# As many characters fill about as many lines, where one of them goes on and on.
_FIRST, _MORE = 2_000, 12_000
# A picture, and a part that looks unlike the rest, takes as long to be put in place as
# so many characters; and Tk is slow at lines that have very many of them.
_PICTURE_ROOM, _PART_ROOM = 32, 24
_MOST_PIECES = 60
# A line of Tk's is laid out as a whole: longer ones are slow.
_LONGEST_PARAGRAPH = 1500
_WORDS_ROOM, _QUOTED_ROOM, _TURNED_ROOM = 80, 16, 8
_MOST_LARGE = 3
_HASTY_LENGTH = 300
_HEAVY = re.compile(r"[\x02-\x1f@\u20e3\u2300-\u2bff\ufe0f\U0001f000-\U0001faff]|://")
_BAR, _BAR_ROOM = 3, 12
_LEAST_WIDTH = 100


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A line of what was said, as `Line` has it."""

    pieces: Sequence[Piece]
    tags: Tags = ()
    end: Tags = ()
    is_fitted: bool = False


class MessageBody:
    """Knows what the words of a message look like."""

    def __init__(self, look: Look, run_pieces: RunPieces) -> None:
        self._width = _LEAST_WIDTH
        self.code = CodeCard(look, run_pieces)
        self._look = look
        self._runs = run_pieces

    def fit(self, width: int) -> None:
        """Make lines of at most so many pixels from now on."""
        self._width = max(_LEAST_WIDTH, width)

    def hasty_line(self, text: str) -> BodyLine:
        """Give the beginning of a text, without taking the time to look at it."""
        return BodyLine([(EMOJI.sub(" ", bare(text[:_HASTY_LENGTH])), ())])

    def lines(self, text: str, expanded: int) -> Iterator[BodyLine]:
        """Give the lines of a text; it has been expanded so often."""
        shown, more_lines = cut_lines(text, _FIRST_LINES + expanded * _MORE_LINES)
        shown, more = cut(shown, _FIRST + expanded * _MORE)
        if more:
            more = len(text) - len(shown)  # those of the lines that were cut as well
        room = _Room(LONGEST_LINE + expanded * _MORE)
        last: BodyLine | None = None
        for line in self._all_lines(shown, room):
            if last:
                yield last
            last = line
        more += room.left_out
        if last and not more and not more_lines:
            yield last
        elif last:
            yield from _with_more(last, more, more_lines)

    def _all_lines(self, text: str, room: "_Room") -> Iterator[BodyLine]:
        number = 0
        for block in blocks(text):
            if isinstance(block, CodeBlock):
                yield from self._code(block, number)
                number += 1
            elif block.depth:
                yield from self._quote(block, room)
            else:
                yield from self._text(block.text, room, is_all=block.text == text)

    def _text(self, text: str, room: "_Room", *, is_all: bool) -> Iterator[BodyLine]:
        words = room.take(text)
        if needs_turning(words) or _is_long(words):
            yield from self._fitted(words, self._width)
            return
        size = LARGE_EMOJI_SIZE if is_all and _is_emoji_only(words) else EMOJI_SIZE
        yield BodyLine([piece for run in words for piece in self._runs.of(run, size)])

    def _quote(self, line: TextLine, room: "_Room") -> Iterator[BodyLine]:
        bars = [self._bar()] * line.depth
        width = self._width - line.depth * self._look.px(_BAR_ROOM)
        for fitted in self._fitted(room.take(line.text), width):
            tags = ("quote", *fitted.tags)
            yield replace(fitted, pieces=[*bars, *fitted.pieces], tags=tags)

    def _fitted(self, words: list[Run], width: int) -> Iterator[BodyLine]:
        """Part runs into lines; in each, what is written from the right is turned."""
        tags: Tags = ()
        if needs_turning(words):
            tags, is_right, words = (TURNED,), from_right(words), joined(words)
        lines = fit(words, width, self._runs.width)
        for place, line in enumerate(lines, 1):
            drawn = turned_line(line, begins_right=is_right) if tags else line
            end = () if place == len(lines) else (SOFT,)
            yield BodyLine(self._pieces(drawn), tags, end, is_fitted=True)

    def _code(self, block: CodeBlock, number: int) -> Iterator[BodyLine]:
        yield BodyLine(self.code.head(block, number), ("code-head",))
        lines = list(self.code.lines(block, self._width))
        for place, (pieces, goes_on) in enumerate(lines):
            tags = ["code-line"]
            if place == 0:
                tags.append("code-first")
            if place == len(lines) - 1:
                tags.append("code-last")
            end = ("code", SOFT) if goes_on else ("code",)
            yield BodyLine(pieces, tuple(tags), end, is_fitted=True)

    def _pieces(self, words: Iterable[Run]) -> list[Piece]:
        return [piece for run in words for piece in self._runs.of(run)]

    def _bar(self) -> Picture:
        """Draw the bar beside one line of a quote."""
        look = self._look

        def make(ground: str) -> Photo:
            height = look.fonts.line_height(look.fonts.body) + look.px(3)
            size, ink = (look.px(_BAR_ROOM), height), look.palette.accent

            def draw() -> Image.Image:
                picture = Image.new("RGB", size, ground)
                picture.paste(ink, (0, 0, look.px(_BAR), height))
                return picture

            return look.pictures.picture(("bar", size, ink, ground), draw)

        return Picture(make, "> ")


def weight(text: str) -> int:
    """Tell about how many parts of a text take time to be put in place."""
    length = min(len(text), LONGEST_LINE)
    # What is turned, and a line of a quote, is measured word by word.
    room = _QUOTED_ROOM if "> " in text else _WORDS_ROOM
    words = length // (_TURNED_ROOM if is_right_to_left(text) else room)
    return len(_HEAVY.findall(text, 0, LONGEST_LINE)) + words


class _Room:
    """How much more of a text there is room for, and how much had to be left out."""

    def __init__(self, characters: int) -> None:
        self.left_out = 0
        self._room = characters

    def take(self, text: str) -> list[Run]:
        """Give as many runs of a text as there is room for."""
        words: list[Run] = []
        for run in runs(text):
            self._room -= _room_of(run)
            if self._room < 0:
                taken = sum(len(it.text) for it in words)
                self.left_out += max(1, len(strip_formatting(text)) - taken)
                break
            words.append(run)
        return words


def _is_long(words: Sequence[Run]) -> bool:
    """Tell whether runs are too many or too long for one line of Tk's."""
    length = sum(len(run.text) for run in words)
    return length > _LONGEST_PARAGRAPH or len(words) > _MOST_PIECES


def _room_of(run: Run) -> int:
    if run.kind is RunKind.EMOJI:
        return _PICTURE_ROOM
    is_plain = run.kind is RunKind.PLAIN and run.style == PLAIN_STYLE
    return len(run.text) if is_plain else len(run.text) + _PART_ROOM


def _is_emoji_only(words: Sequence[Run]) -> bool:
    signs = [run for run in words if run.text.strip()]
    is_all = all(run.kind is RunKind.EMOJI for run in signs)
    return is_all and 0 < len(signs) <= _MOST_LARGE


def _with_more(last: BodyLine, more: int, more_lines: int) -> Iterator[BodyLine]:
    """Offer the rest, behind the last words or, below code, on a line of its own."""
    if more:
        words = ngettext(
            "Show {count} more character", "Show {count} more characters", more
        )
    else:
        words = ngettext(
            "Show {count} more line", "Show {count} more lines", more_lines
        )
    # What is between keeps it apart from a link that may stand before it.
    offer: list[Piece] = [
        ("…  ", (SOFT,)),
        (words.format(count=number(more or more_lines)), ("link", "more")),
    ]
    if last.tags:
        yield last
        yield BodyLine(offer)
    else:
        yield replace(last, pieces=[*last.pieces, *offer])
