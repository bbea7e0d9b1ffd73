"""What a line of the transcript is made of: text and pictures, with their tags."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chatapp.views.look.pictures import Photo

Tags = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture among the text; `make` draws it on a ground, `text` is its meaning.

    Its tags hold for it alone.
    """

    make: Callable[[str], Photo]
    text: str = ""
    tags: Tags = ()


Piece = tuple[str, Tags] | Picture
# The tag of what is only there to be seen, and is not part of what was said.
SOFT = "soft"
# The tag of lines whose characters stand in the order in which one sees them.
TURNED = "turned"


@dataclass(frozen=True, slots=True)
class Line:
    """A line: tags that hold for all of it, a picture in front, and its pieces.

    `end` are tags for its end, "soft" if it only goes on in the next line. A line that
    `is_fitted` was parted for the width of the window, and is written anew for another.
    """

    tags: Tags
    pieces: Sequence[Piece]
    lead: Picture | None = None
    end: Tags = ()
    is_fitted: bool = False


AIR_TAG = "air"
AIR = Line((AIR_TAG,), [], end=(SOFT,))
"""Some of the page between two grounds, where one would run into the other."""


def look_alike(line: Line, other: Line) -> bool:
    """Tell whether two lines show the same, as far as it is known without drawing."""
    return _signature(line) == _signature(other)


def _signature(line: Line) -> object:
    pieces = [
        (piece.text, piece.tags, "picture") if isinstance(piece, Picture) else piece
        for piece in line.pieces
    ]
    return line.tags, line.lead is None, line.end, pieces
