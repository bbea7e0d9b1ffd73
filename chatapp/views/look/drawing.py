"""Colours the shapes of the window: avatars, frames, pills, buttons."""

from collections.abc import Sequence
from functools import lru_cache

from PIL import Image
from ttkbootstrap.style.icons import IconRenderer

from chatapp.views.look import masks

_RING = 1.45
_LONGEST_NAME = 64
_BADGE = 0.5
_CLEAR = (0, 0, 0, 0)
_PLANE = (
    (9 / 34, 9 / 34),
    (27 / 34, 17 / 34),
    (9 / 34, 25 / 34),
    (12 / 34, 18.2 / 34),
    (20 / 34, 17 / 34),
    (12 / 34, 15.8 / 34),
)
# Icons are cut out of this colour, and then wear any other.
_ICON_INK = "#000000"


def canvas(width: int, height: int, ground: str) -> Image.Image:
    """Begin a picture on a ground; without one it is see-through.

    X11 draws what is see-through slowly, so a ground is the rule.
    """
    if ground:
        return Image.new("RGB", (width, height), ground)
    return Image.new("RGBA", (width, height), _CLEAR)


def centred(picture: Image.Image, size: int, ground: str) -> Image.Image:
    """Lay a picture in the middle of a square, or of as much as it needs, on a ground.

    So all emoji but the widest take the same room.
    """
    base = canvas(max(size, picture.width), max(size, picture.height), ground)
    place = ((base.width - picture.width) // 2, (base.height - picture.height) // 2)
    base.paste(picture, place, picture)
    return base


def rounded(
    width: int,
    height: int,
    radius: int,
    fill: str,
    ground: str = "",
    outline: str = "",
    line: int = 1,
) -> Image.Image:
    """Draw a rounded rectangle, with an outline of `line` pixels if it has a colour."""
    picture = canvas(width, height, ground)
    if outline:
        picture.paste(outline, (0, 0), masks.rounded(width, height, radius))
    inset = line if outline else 0
    picture.paste(fill, (0, 0), masks.rounded(width, height, radius, inset))
    return picture


def dot(size: int, fill: str, ground: str = "") -> Image.Image:
    """Draw a filled circle."""
    picture = canvas(size, size, ground)
    picture.paste(fill, (0, 0), masks.circle(size))
    return picture


def icon(name: str, size: int, color: str, ground: str = "") -> Image.Image:
    """Draw one of the Bootstrap icons."""
    picture = canvas(size, size, ground)
    picture.paste(color, (0, 0), _icon_mask(name, size))
    return picture


@lru_cache(maxsize=256)
def _icon_mask(name: str, size: int) -> Image.Image:
    drawn: Image.Image = IconRenderer.render(name, size, _ICON_INK)
    # It would keep half a megabyte for each size of a glyph, and never needs it again.
    getattr(IconRenderer, "_font_cache", {}).clear()
    return drawn.getchannel("A")


def initials(name: str, small: bool = False) -> str:
    """Take the letters that stand for a name: two, or one where it is small."""
    name = name[:_LONGEST_NAME]
    letters = [letter for letter in name if letter.isalnum()][: 1 if small else 2]
    return "".join(letters).capitalize()


def avatar(
    letters: str, size: int, fill: str, ink: str, ground: str = "", presence: str = ""
) -> Image.Image:
    """Draw a person's rounded square with initials, and a presence dot if it is given.

    The gap round the dot has the colour of the ground.
    """
    picture = canvas(size, size, ground)
    picture.paste(fill, (0, 0), masks.square(size))
    picture.paste("#ffffff", (0, 0), masks.shine(size))
    picture.paste(ink, (0, 0), masks.letters(letters, size))
    if presence:
        picture.paste(ground or _CLEAR, (0, 0), masks.corner_dot(size, _RING))
        picture.paste(presence, (0, 0), masks.corner_dot(size))
    return picture


def pill(text: str, height: int, fill: str, ink: str, ground: str = "") -> Image.Image:
    """Draw a short text in a pill of this height."""
    words = masks.words(text, height)
    picture = rounded(words.width, height, height // 2, fill, ground)
    picture.paste(ink, (0, 0), words)
    return picture


def paper_plane(size: int, fill: str, ink: str, ground: str = "") -> Image.Image:
    """Draw the send button: a rounded square with a paper plane."""
    picture = canvas(size, size, ground)
    picture.paste(fill, (0, 0), masks.square(size))
    picture.paste(ink, (0, 0), masks.polygon(_PLANE, size))
    return picture


def emblem(
    size: int,
    fill: str,
    ink: str,
    ground: str = "",
    badge: tuple[str, str, str] = ("", "", ""),
) -> Image.Image:
    """Draw the program's sign: a speech bubble on a shining square.

    A badge is its words, its fill and its ink; without words there is none.
    """
    picture = canvas(size, size, ground)
    picture.paste(fill, (0, 0), masks.square(size))
    picture.paste("#ffffff", (0, 0), masks.shine(size))
    picture.paste(ink, (0, 0), masks.bubble(size))
    if badge[0]:
        count = pill(badge[0], round(size * _BADGE), *badge[1:])
        place = (max(0, size - count.width), size - count.height)
        picture.paste(count, place, count)
    return picture


def modules(rows: Sequence[Sequence[bool]], side: int) -> Image.Image:
    """Draw squares, black on white, each as large as fits into a picture this wide.

    A side that is too small is exceeded: each of them has a pixel at least.
    """
    picture = Image.new("1", (len(rows[0]), len(rows)), 1)
    picture.putdata([not is_dark for row in rows for is_dark in row])
    larger = max(1, side // len(rows))
    size = (picture.width * larger, picture.height * larger)
    return picture.resize(size, Image.Resampling.NEAREST).convert("RGB")
