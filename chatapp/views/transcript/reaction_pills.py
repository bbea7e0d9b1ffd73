"""Reactions under a message: a pill for each emoji, with how many put it there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from chatapp.models.entities import Reaction
from chatapp.views.look import drawing, masks
from chatapp.views.look.palette import Look
from chatapp.views.look.pictures import Photo
from chatapp.views.transcript.line import Line, Picture, Piece, Tags
from chatapp.views.transcript.rich_text import EMOJI, plain

REACT = "react"
PILL = "pill"
"""What the tag of a pill begins with; its number in the message follows."""
WORD, OWN_WORD = "word-pill", "own-word-pill"
_HEIGHT = 24
_EMOJI = 15
_LONGEST_WORD = 12


@dataclass(frozen=True, slots=True)
class _Pill:
    """A pill with an emoji and a count, on a ground; sizes are in pixels."""

    sequence: str
    size: int
    height: int
    count: str
    fill: str
    ink: str
    outline: str
    line: int
    ground: str

    def with_emoji(self, emoji: Image.Image | None) -> Image.Image:
        if emoji is None:
            return self.blank()
        room = max(self.size, emoji.width)  # several side by side are wider
        picture = self._empty(room)
        left = self._edge + (room - emoji.width) // 2
        picture.paste(emoji, (left, (self.height - emoji.height) // 2), emoji)
        return picture

    def blank(self) -> Image.Image:
        return self._empty(self.size)

    def _empty(self, room: int) -> Image.Image:
        """Draw the pill with so much room for the emoji."""
        words = masks.words(self.count, self.height)
        # The words have room on both sides already, of which the left is not needed.
        start = self._edge + room - self.height // 8
        picture = drawing.rounded(
            start + words.width,
            self.height,
            self.height // 2,
            self.fill,
            self.ground,
            self.outline,
            self.line,
        )
        picture.paste(self.ink, (start, 0), words)
        return picture

    @property
    def _edge(self) -> int:
        return self.height * 3 // 8


def pills_line(look: Look, reactions: Sequence[Reaction], tags: Tags) -> Line:
    """Give the line that stands under a message."""
    pieces: list[Piece] = []
    for number, reaction in enumerate(reactions):
        pieces += [_pill(look, reaction, number), (" ", ())]
    if not isinstance(pieces[0], Picture):
        pieces.insert(0, (" ", ()))  # else the margin would have the pill's ground
    return Line(("body", *tags, "pills"), pieces)


def is_emoji(reaction: str) -> bool:
    """Tell whether a reaction is one emoji, and not a word or anything else."""
    return EMOJI.fullmatch(reaction) is not None


def pill_number(tags: Sequence[str]) -> int | None:
    """Tell which pill these are the tags of, if they are a pill's."""
    if REACT not in tags:
        return None
    numbers = (tag.removeprefix(PILL) for tag in tags if tag.startswith(PILL))
    return next(int(number) for number in numbers if number.isdecimal())


def _pill(look: Look, reaction: Reaction, number: int) -> Piece:
    """Give a pill with an emoji, or a short text that Tk can write in any script."""
    tags = (REACT, f"{PILL}{number}")
    if is_emoji(reaction.emoji) and look.emoji.has(reaction.emoji, look.px(_EMOJI)):
        return Picture(lambda ground: _photo(look, reaction, ground), tags=tags)
    word = plain(reaction.emoji)[:_LONGEST_WORD]
    own = (OWN_WORD,) if reaction.mine else ()
    return f"  {word}  {len(reaction.people)}  ", (*tags, WORD, *own)


def _photo(look: Look, reaction: Reaction, ground: str) -> Photo:
    palette, px = look.palette, look.px
    count = str(len(reaction.people))
    size, height = px(_EMOJI), px(_HEIGHT)
    outline = palette.accent if reaction.mine else palette.border
    return look.emoji.show(
        _Pill(
            reaction.emoji,
            size,
            height,
            count,
            palette.card,
            palette.text,
            outline,
            px(1),
            ground,
        )
    )
