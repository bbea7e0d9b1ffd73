"""What a line of the transcript is made of: text and pictures, with their tags."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chatapp.views.pictures import Photo

Tags = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture among the text; `make` draws it on a ground, `text` is its meaning."""

    make: Callable[[str], Photo]
    text: str = ""


Piece = tuple[str, Tags] | Picture


@dataclass(frozen=True, slots=True)
class Line:
    """A line: tags that hold for all of it, a picture in front, and its pieces."""

    tags: Tags
    pieces: Sequence[Piece]
    lead: Picture | None = None
