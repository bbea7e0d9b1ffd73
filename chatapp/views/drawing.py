"""Draws small pictures with Pillow: four times too large, then reduced to size."""

from functools import cache, lru_cache
from pathlib import Path

import fontpkg_inter
from PIL import Image, ImageDraw, ImageFont
from PIL.Image import Resampling

_OVERSIZE = 4
_SEMIBOLD = 650
_CORNER = 0.30
_DOT = 0.17
_RING = 1.45
_SHINE = 0.16
_CLEAR = (0, 0, 0, 0)


@cache
def inter_file() -> Path:
    """Tell where the Inter font lies that comes with the program."""
    return next(Path(fontpkg_inter.__file__).parent.glob("files/Inter[[]*.ttf"))


@lru_cache(maxsize=16)
def _inter(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(inter_file(), size)
    font.set_variation_by_axes([min(32, max(14, size)), _SEMIBOLD])
    return font


def flat(picture: Image.Image, ground: str) -> Image.Image:
    """Lay a picture on a ground, as X11 draws what is see-through slowly."""
    if not ground:
        return picture
    base = Image.new("RGBA", picture.size, ground)
    base.alpha_composite(picture)
    return base.convert("RGB")


def _reduced(picture: Image.Image, width: int, height: int) -> Image.Image:
    return picture.resize((width, height), Resampling.BOX)


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
    size = (width * _OVERSIZE, height * _OVERSIZE)
    picture = Image.new("RGB" if ground else "RGBA", size, ground or _CLEAR)
    ImageDraw.Draw(picture).rounded_rectangle(
        (0, 0, size[0] - 1, size[1] - 1),
        radius=radius * _OVERSIZE,
        fill=fill or None,
        outline=outline or None,
        width=line * _OVERSIZE if outline else 0,
    )
    return _reduced(picture, width, height)


def dot(size: int, fill: str, ground: str = "") -> Image.Image:
    """Draw a filled circle."""
    return rounded(size, size, size // 2, fill, ground)


def initials(name: str, small: bool = False) -> str:
    """Take the letters that stand for a name: two, or one where it is small."""
    letters = [letter for letter in name if letter.isalnum()][: 1 if small else 2]
    return "".join(letters).capitalize()


def avatar(
    name: str, size: int, fill: str, ink: str, presence: str = "", ring: str = ""
) -> Image.Image:
    """Draw a person's rounded square with initials, and a presence dot if it is given.

    `ring` is the colour of the gap round the dot, which is that of the ground.
    """
    large = size * _OVERSIZE
    picture = _shining_square(large, fill)
    pen = ImageDraw.Draw(picture)
    letters = initials(name, small=size < 26)
    font = _inter(int(large * (0.46 if len(letters) == 1 else 0.40)))
    if _can_write(letters):
        pen.text((large / 2, large / 2), letters, font=font, fill=ink, anchor="mm")
    else:
        _person(pen, large, ink)
    if presence:
        radius = large * _DOT
        middle = large - radius - 1
        _circle(pen, middle, middle, radius * _RING, ring)
        _circle(pen, middle, middle, radius, presence)
    return _reduced(picture, size, size)


def _shining_square(size: int, fill: str) -> Image.Image:
    square = Image.new("RGBA", (size, size), _CLEAR)
    ImageDraw.Draw(square).rounded_rectangle(
        (0, 0, size - 1, size - 1), radius=size * _CORNER, fill=fill
    )
    light = Image.linear_gradient("L").resize((size, size))
    shine = Image.new("RGBA", (size, size), "white")
    shine.putalpha(light.point(lambda level: int((255 - level) * _SHINE)))
    shone = Image.alpha_composite(square, shine)
    shone.putalpha(square.getchannel("A"))
    return shone


def _circle(
    pen: ImageDraw.ImageDraw, x: float, y: float, radius: float, fill: str
) -> None:
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)


def _person(pen: ImageDraw.ImageDraw, size: int, ink: str) -> None:
    """Draw head and shoulders for a name in a script that the font has not."""
    _circle(pen, size / 2, size * 0.38, size * 0.15, ink)
    pen.pieslice(
        (size * 0.22, size * 0.58, size * 0.78, size * 1.14), 180, 360, fill=ink
    )


@lru_cache(maxsize=2048)
def _can_write(letters: str) -> bool:
    """Tell whether the font has these letters, by comparing them with its blank."""
    font = _inter(24)
    blank = bytes(font.getmask("\uffff"))
    return bool(letters) and all(bytes(font.getmask(it)) != blank for it in letters)


def pill(text: str, height: int, fill: str, ink: str, outline: str = "") -> Image.Image:
    """Draw a short text in a pill of this height."""
    font = _inter(int(height * 0.56 * _OVERSIZE))
    letters = int(font.getlength(text) / _OVERSIZE)
    width = max(int(height * 1.25), letters + int(height * 0.8))
    picture = rounded(width, height, height // 2, fill, "", outline)
    words = Image.new("RGBA", (width * _OVERSIZE, height * _OVERSIZE), _CLEAR)
    middle = (width * _OVERSIZE / 2, height * _OVERSIZE / 2)
    ImageDraw.Draw(words).text(middle, text, font=font, fill=ink, anchor="mm")
    picture.alpha_composite(_reduced(words, width, height))
    return picture


def paper_plane(size: int, fill: str, ink: str) -> Image.Image:
    """Draw the send button: a rounded square with a paper plane."""
    unit = size * _OVERSIZE / 34
    picture = Image.new("RGBA", (size * _OVERSIZE, size * _OVERSIZE), _CLEAR)
    outline = ((9, 9), (27, 17), (9, 25), (12, 18.2), (20, 17), (12, 15.8))
    ImageDraw.Draw(picture).polygon([(x * unit, y * unit) for x, y in outline], ink)
    button = rounded(size, size, round(size * _CORNER), fill)
    button.alpha_composite(_reduced(picture, size, size))
    return button


def emblem(size: int, fill: str, ink: str) -> Image.Image:
    """Draw the program's sign: a speech bubble on a shining square."""
    large = size * _OVERSIZE
    picture = _shining_square(large, fill)
    pen = ImageDraw.Draw(picture)
    box = (large * 0.22, large * 0.25, large * 0.78, large * 0.65)
    pen.rounded_rectangle(box, radius=large * 0.15, fill=ink)
    tail = ((0.34, 0.58), (0.34, 0.80), (0.54, 0.62))
    pen.polygon([(x * large, y * large) for x, y in tail], fill=ink)
    for x in (0.37, 0.50, 0.63):
        _circle(pen, large * x, large * 0.45, large * 0.042, fill)
    return _reduced(picture, size, size)
