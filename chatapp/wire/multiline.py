"""Messages of several lines: their limits, and how a text becomes such messages.

Specification: https://ircv3.net/specs/extensions/multiline
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chatapp.wire.text_split import split_text
from chatapp.wire.whole_numbers import whole_number

_BREAK_BYTES = 1


@dataclass(frozen=True, slots=True)
class Limits:
    """What one message may hold: bytes, each line's end among them, and lines."""

    most_bytes: int
    most_lines: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """What one line of the wire carries; `goes_on` where the one before has no end."""

    text: str
    goes_on: bool = False


def parse_limits(value: str) -> Limits | None:
    """Read the capability's value; None where it does not say how much is allowed.

    Args:
        value: such as "max-bytes=4096,max-lines=24".
    """
    given = dict(token.partition("=")[::2] for token in value.split(","))
    most_bytes = whole_number(given.get("max-bytes", "")) or None
    if most_bytes is None:
        return None
    return Limits(most_bytes, whole_number(given.get("max-lines", "")) or None)


def pieces_of(text: str, line_bytes: int) -> list[Piece]:
    """Part a message into what its lines on the wire carry.

    Args:
        text: the message, with line feeds between its lines.
        line_bytes: the most bytes that one line of the wire has room for.
    """
    return [
        Piece(part, goes_on=number > 0)
        for line in text.split("\n")
        for number, part in enumerate(split_text(line, line_bytes) or [""])
    ]


def join_pieces(pieces: Iterable[Piece]) -> str:
    """Give the message that these pieces are."""
    parts = (piece.text if piece.goes_on else f"\n{piece.text}" for piece in pieces)
    return "".join(parts).removeprefix("\n")


def parts_of(pieces: Iterable[Piece], most_bytes: int) -> Iterator[list[Piece]]:
    """Part pieces into messages of so many bytes, or of one piece that is longer."""
    draft = _Draft(Limits(most_bytes))
    for piece in pieces:
        if draft.pieces and not draft.has_room_for([piece]):
            yield draft.pieces
            draft = _Draft(Limits(most_bytes))
        draft.add(piece)
    if draft.pieces:
        yield draft.pieces


def split_message(text: str, line_bytes: int, limits: Limits) -> list[str]:
    """Part a text into messages that keep the limits, at the ends of lines.

    Only a line that is longer than a whole message is parted within. Messages do not
    begin or end with empty lines, and there is none that holds nothing else.

    Args:
        text: whatever was written.
        line_bytes: the most bytes that one line of the wire has room for.
        limits: what one message may hold.
    """
    line_bytes = min(line_bytes, limits.most_bytes)
    messages = [_Draft(limits)]
    for line in text.split("\n"):
        pieces = pieces_of(line, line_bytes)
        if not messages[-1].has_room_for(pieces):
            messages.append(_Draft(limits))
        for piece in pieces:
            if not messages[-1].has_room_for([piece]):
                messages.append(_Draft(limits))
            messages[-1].add(piece)
    texts = (join_pieces(each.pieces).strip("\n") for each in messages)
    return [each for each in texts if each.strip()]


class _Draft:
    """A message that is being filled."""

    def __init__(self, limits: Limits) -> None:
        self.pieces: list[Piece] = []
        self._limits = limits
        self._size = 0

    def has_room_for(self, pieces: list[Piece]) -> bool:
        size = self._size + self._bytes_of(pieces)
        count = len(self.pieces) + len(pieces)
        most_lines = self._limits.most_lines or count
        return size <= self._limits.most_bytes and count <= most_lines

    def add(self, piece: Piece) -> None:
        self._size += self._bytes_of([piece])
        self.pieces.append(piece)

    def _bytes_of(self, pieces: list[Piece]) -> int:
        """Count the bytes that these add: their texts, and the breaks before them.

        A break stands between two lines, so there is none before the first piece of
        the message, nor before one that goes on.
        """
        texts = sum(len(piece.text.encode()) for piece in pieces)
        behind_another = pieces if self.pieces else pieces[1:]
        breaks = sum(not piece.goes_on for piece in behind_another)
        return texts + breaks * _BREAK_BYTES
