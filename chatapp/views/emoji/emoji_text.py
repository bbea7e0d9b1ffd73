"""Draws a line of words with emoji among them on a Canvas, as far as there is room."""

import tkinter as tk
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chatapp.views.look.palette import Look
from chatapp.views.look.pictures import Photo
from chatapp.views.transcript.rich_text import EMOJI

# How high an emoji is, as a part of a line.
_SHARE = 0.85
_BESIDE = 1
_DOTS = "…"
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class TextPart:
    """Words, or one emoji that is drawn as a picture."""

    text: str
    width: int
    is_emoji: bool = False


def has_emoji(text: str) -> bool:
    """Tell whether there may be an emoji in a text."""
    return not text.isascii() and EMOJI.search(text) is not None


def fitted_parts(look: Look, text: str, font: str, room: int) -> Sequence[TextPart]:
    """Part a line into words and emoji; what does not fit is dots."""
    found: list[TextPart] = []
    for part in _parts(look, text[:_LONGEST], font):
        if part.width > room:
            words = _DOTS if part.is_emoji else look.fonts.fitted(part.text, font, room)
            found.append(TextPart(words, look.fonts.width(font, words)))
            break
        found.append(part)
        room -= part.width
    return found


def draw_parts(
    canvas: tk.Canvas,
    look: Look,
    parts: Sequence[TextPart],
    place: tuple[int, int],
    font: str,
    colors: tuple[str, str],
) -> list[Photo]:
    """Draw parts from a place on to the right; give the pictures, to be kept.

    Args:
        canvas: where to draw.
        look: gives the pictures.
        parts: what to draw.
        place: the left end of the line, in its middle.
        font: that of the words.
        colors: that of the words, and that of the ground.
    """
    left, middle = place
    color, ground = colors
    photos = []
    for part in parts:
        if part.is_emoji:
            size = _size(look, font)
            photo = look.emoji.photo(part.text, size, ground, color)
            at = left + look.px(_BESIDE)
            canvas.create_image(at, middle, image=str(photo), anchor="w")
            photos.append(photo)
        else:
            canvas.create_text(
                left, middle, text=part.text, anchor="w", font=font, fill=color
            )
        left += part.width
    return photos


def _parts(look: Look, text: str, font: str) -> Iterator[TextPart]:
    """Give all parts of a line; an emoji that cannot be drawn stays among the words."""
    size, start = _size(look, font), 0
    for match in EMOJI.finditer(text):
        if not look.emoji.has(match.group(), size):
            continue
        if match.start() > start:
            yield _words(look, text[start : match.start()], font)
        yield TextPart(match.group(), size + 2 * look.px(_BESIDE), is_emoji=True)
        start = match.end()
    if start < len(text):
        yield _words(look, text[start:], font)


def _words(look: Look, text: str, font: str) -> TextPart:
    return TextPart(text, look.fonts.width(font, text))


def _size(look: Look, font: str) -> int:
    return round(look.fonts.line_height(font) * _SHARE)
