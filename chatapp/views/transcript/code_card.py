"""Lays code out as a card: its language, what can be done with it, and its lines."""

from collections.abc import Callable, Iterable, Sequence
from unicodedata import east_asian_width

from chatapp.language import gettext as _
from chatapp.models.entities import ChatMessage
from chatapp.views.look.palette import Look
from chatapp.views.transcript.line import SOFT, Piece
from chatapp.views.transcript.rich_text import EMOJI, Run, RunKind, safe_code
from chatapp.views.transcript.run_pieces import RunPieces
from chatapp.wire.markdown_blocks import CodeBlock, code_blocks

TAB_COLUMNS = 4
PAD = "  "
COPY, SAVE = "code-copy", "code-save"
_NUMBER = "code#"
_FEWEST_COLUMNS = 16
_MOST_PICTURES = 60
# What keeps code away from the card's edge is no part of it.
_START: Sequence[Piece] = ((" ", ("code-edge", SOFT)), (PAD, ("code", SOFT)))
# A kind of token and its text, as whoever highlights code tells them.
Token = tuple[str, str]
Highlighter = Callable[[CodeBlock], Sequence[Token]]


class CodeCard:
    """Knows how blocks of code look."""

    def __init__(self, look: Look, run_pieces: RunPieces) -> None:
        self.highlight: Highlighter = lambda block: [("", block.source)]
        self._look = look
        self._runs = run_pieces
        self._pictures = 0

    def head(self, block: CodeBlock, number: int) -> list[Piece]:
        """Give the line above the code, of the so many-th block of its message."""
        own = f"{_NUMBER}{number}"
        return [
            (block.language or "code", ("code-name",)),
            ("     ", ()),
            (_("Copy"), ("act", COPY, own)),
            ("     ", ()),
            (_("Save as…"), ("act", SAVE, own)),
        ]

    def lines(self, block: CodeBlock, width: int) -> Iterable[tuple[list[Piece], bool]]:
        """Give lines that fit a width, and whether each goes on in the next one."""
        look = self._look
        self._pictures = 0
        columns = width // look.fonts.width(look.fonts.mono, "0") - 2 * len(PAD)
        for line in _lines(self.highlight(block)):
            *parts, last = _wrapped(line, max(_FEWEST_COLUMNS, columns))
            for part in parts:
                yield [*_START, *self._pieces(part)], True
            yield [*_START, *self._pieces(last)], False

    def _pieces(self, tokens: Iterable[Token]) -> Iterable[Piece]:
        """Give the code with pictures of its emoji, which Tk cannot draw."""
        for kind, text in tokens:
            tags = ("code", f"code-{kind}-part") if kind else ("code",)
            start = 0
            for match in () if text.isascii() else EMOJI.finditer(text):
                self._pictures += 1
                if self._pictures > _MOST_PICTURES:
                    break
                if match.start() > start:
                    yield text[start : match.start()], tags
                yield from self._runs.of(Run(match.group(), RunKind.EMOJI))
                start = match.end()
            if start < len(text):
                yield text[start:], tags


def code_at(tags: Iterable[str], message: ChatMessage) -> CodeBlock | None:
    """Find the block whose words have these tags."""
    for tag in tags:
        if tag.startswith(_NUMBER):
            return code_blocks(message.text)[int(tag.removeprefix(_NUMBER))]
    return None


def _lines(tokens: Iterable[Token]) -> Iterable[list[Token]]:
    line: list[Token] = []
    for kind, text in tokens:
        first, *others = text.split("\n")
        line.append((kind, first))
        for other in others:
            yield line
            line = [(kind, other)]
    yield line


def _wrapped(line: Iterable[Token], columns: int) -> list[list[Token]]:
    """Part a line where it reaches the edge; each part is a line of its own."""
    parts: list[list[Token]] = [[]]
    column = 0
    for kind, text in line:
        shown, start = safe_code(text), 0
        for place, character in enumerate(shown):
            wide = _columns(character, column)
            if column + wide > columns:
                parts[-1].append((kind, shown[start:place]))
                parts.append([])
                start, column = place, 0
            column += wide
        parts[-1].append((kind, shown[start:]))
    return parts


def _columns(character: str, column: int) -> int:
    if character == "\t":
        return TAB_COLUMNS - column % TAB_COLUMNS
    if character < "\u0300":
        return 1
    return 2 if east_asian_width(character) in "WF" else 1
