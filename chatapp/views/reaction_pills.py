"""Reactions under a message: a pill for each emoji, with how many put it there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from chatapp.models.entities import Reaction
from chatapp.views import drawing, masks
from chatapp.views.palette import Look
from chatapp.views.pictures import Photo
from chatapp.views.rich_text import EMOJI, plain
from chatapp.views.transcript_line import Line, Picture, Piece, Tags

REACT = "react"
PILL = "pill"
"""What the tag of a pill begins with; its number in the message follows."""
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
        picture = self.blank()
        if emoji is not None:
            left = self._edge + (self.size - emoji.width) // 2
            picture.paste(emoji, (left, (self.height - emoji.height) // 2), emoji)
        return picture

    def blank(self) -> Image.Image:
        words = masks.words(self.count, self.height)
        # The words have room on both sides already, of which the left is not needed.
        start = self._edge + self.size - self.height // 8
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
        pieces += [_picture(look, reaction, number), (" ", ())]
    return Line(("body", *tags, "pills"), pieces)


def pill_number(tags: Sequence[str]) -> int | None:
    """Tell which pill these are the tags of, if they are a pill's."""
    if REACT not in tags:
        return None
    number = next(tag for tag in tags if tag.startswith(PILL) and tag != "pills")
    return int(number.removeprefix(PILL))


def _picture(look: Look, reaction: Reaction, number: int) -> Picture:
    return Picture(
        lambda ground: _photo(look, reaction, ground),
        tags=(REACT, f"{PILL}{number}"),
    )


def _photo(look: Look, reaction: Reaction, ground: str) -> Photo:
    palette, px = look.palette, look.px
    count = str(len(reaction.people))
    size, height = px(_EMOJI), px(_HEIGHT)
    outline = palette.accent if reaction.mine else palette.border
    if EMOJI.fullmatch(reaction.emoji) and look.emoji.has(reaction.emoji, size):
        pill = _Pill(
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
        return look.emoji.show(pill)
    words = f"{plain(reaction.emoji)[:_LONGEST_WORD]}  {count}"
    key = ("pill", words, height, palette.card, palette.text, outline, ground)
    return look.pictures.picture(
        key, lambda: _word_pill(look, words, height, outline, ground)
    )


def _word_pill(
    look: Look, text: str, height: int, outline: str, ground: str
) -> Image.Image:
    """Draw a reaction that is no emoji."""
    words = masks.words(text, height)
    palette = look.palette
    picture = drawing.rounded(
        words.width, height, height // 2, palette.card, ground, outline, look.px(1)
    )
    picture.paste(palette.text, (0, 0), words)
    return picture
