"""Shapes without colour, four times too large and then reduced: drawn once, then kept.

A change of palette asks for every picture anew, so only colours may be left to it.
"""

from functools import cache, lru_cache
from pathlib import Path

import fontpkg_inter
from PIL import Image, ImageChops, ImageDraw, ImageFont
from PIL.Image import Resampling

_OVERSIZE = 4
_SEMIBOLD = 650
_SHINE = 0.16
_CORNER = 0.30
_DOT = 0.17

Point = tuple[float, float]


@cache
def inter_file() -> Path:
    """Tell where the Inter font lies that comes with the program."""
    return next(Path(fontpkg_inter.__file__).parent.glob("files/Inter[[]*.ttf"))


def _inter(size: int) -> ImageFont.FreeTypeFont:
    """Open the font; it is not kept, as each open one holds most of a megabyte."""
    font = ImageFont.truetype(inter_file(), size)
    font.set_variation_by_axes([min(32, max(14, size)), _SEMIBOLD])
    return font


def _blank(width: int, height: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    mask = Image.new("L", (width * _OVERSIZE, height * _OVERSIZE))
    return mask, ImageDraw.Draw(mask)


def _reduced(mask: Image.Image) -> Image.Image:
    size = (mask.width // _OVERSIZE, mask.height // _OVERSIZE)
    return mask.resize(size, Resampling.BOX)


@lru_cache(maxsize=256)
def rounded(width: int, height: int, radius: int, inset: int = 0) -> Image.Image:
    """Give a rounded rectangle, `inset` pixels smaller on every side."""
    small = 2 * radius + 4
    if width > small and height > small:
        return _stretched(rounded(small, small, radius, inset), width, height)
    mask, pen = _blank(width, height)
    edge = inset * _OVERSIZE
    box = (edge, edge, mask.width - 1 - edge, mask.height - 1 - edge)
    pen.rounded_rectangle(box, radius=max(0, radius - inset) * _OVERSIZE, fill=255)
    return _reduced(mask)


def _stretched(small: Image.Image, width: int, height: int) -> Image.Image:
    """Make a shape larger by drawing its middle row and column out."""
    edge = small.width // 2
    wide = Image.new("L", (width, small.height))
    middle = small.crop((edge, 0, edge + 1, small.height))
    wide.paste(middle.resize((width, small.height)), (0, 0))
    wide.paste(small.crop((0, 0, edge, small.height)), (0, 0))
    wide.paste(small.crop((edge, 0, small.width, small.height)), (width - edge, 0))
    tall = wide.crop((0, edge, width, edge + 1)).resize((width, height))
    tall.paste(wide.crop((0, 0, width, edge)), (0, 0))
    tall.paste(wide.crop((0, edge, width, small.height)), (0, height - edge))
    return tall


def square(size: int) -> Image.Image:
    """Give the rounded square of an avatar."""
    return rounded(size, size, round(size * _CORNER))


@lru_cache(maxsize=32)
def shine(size: int) -> Image.Image:
    """Give the light that falls on an avatar from above."""
    light = Image.linear_gradient("L").resize((size, size))
    return ImageChops.multiply(
        light.point([int((255 - level) * _SHINE) for level in range(256)]),
        square(size),
    )


@lru_cache(maxsize=32)
def corner_dot(size: int, grown: float = 1.0) -> Image.Image:
    """Give the dot in an avatar's lower corner, `grown` for the gap round it."""
    mask, pen = _blank(size, size)
    radius = mask.width * _DOT
    middle = mask.width - radius - 1
    _circle(pen, middle, middle, radius * grown)
    return _reduced(mask)


@lru_cache(maxsize=32)
def circle(size: int) -> Image.Image:
    """Give a circle."""
    mask, pen = _blank(size, size)
    _circle(pen, mask.width / 2 - 0.5, mask.width / 2 - 0.5, mask.width / 2 - 1)
    return _reduced(mask)


@lru_cache(maxsize=1024)
def letters(text: str, size: int) -> Image.Image:
    """Give a name's initials, or head and shoulders where the font has not got them."""
    mask, pen = _blank(size, size)
    large = mask.width
    if not _can_write(text):
        _circle(pen, large / 2, large * 0.38, large * 0.15)
        shoulders = (large * 0.22, large * 0.58, large * 0.78, large * 1.14)
        pen.pieslice(shoulders, 180, 360, fill=255)
        return _reduced(mask)
    font = _inter(int(large * (0.46 if len(text) == 1 else 0.40)))
    pen.text((large / 2, large / 2), text, font=font, fill=255, anchor="mm")
    return _reduced(mask)


@lru_cache(maxsize=256)
def words(text: str, height: int) -> Image.Image:
    """Give a short text in the middle of a pill of this height, as wide as it needs."""
    font = _inter(int(height * 0.56 * _OVERSIZE))
    needed = int(font.getlength(text) / _OVERSIZE)
    width = max(int(height * 1.25), needed + int(height * 0.8))
    mask, pen = _blank(width, height)
    middle = (mask.width / 2, mask.height / 2)
    pen.text(middle, text, font=font, fill=255, anchor="mm")
    return _reduced(mask)


@lru_cache(maxsize=32)
def polygon(points: tuple[Point, ...], size: int) -> Image.Image:
    """Give a polygon whose points are shares of a square of this size."""
    mask, pen = _blank(size, size)
    pen.polygon([(x * mask.width, y * mask.width) for x, y in points], fill=255)
    return _reduced(mask)


@lru_cache(maxsize=8)
def bubble(size: int) -> Image.Image:
    """Give a speech bubble with three dots left out."""
    mask, pen = _blank(size, size)
    large = mask.width
    box = (large * 0.22, large * 0.25, large * 0.78, large * 0.65)
    pen.rounded_rectangle(box, radius=large * 0.15, fill=255)
    tail = ((0.34, 0.58), (0.34, 0.80), (0.54, 0.62))
    pen.polygon([(x * large, y * large) for x, y in tail], fill=255)
    for x in (0.37, 0.50, 0.63):
        _circle(pen, large * x, large * 0.45, large * 0.042, fill=0)
    return _reduced(mask)


def _circle(
    pen: ImageDraw.ImageDraw, x: float, y: float, radius: float, fill: int = 255
) -> None:
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)


@lru_cache(maxsize=2048)
def _can_write(text: str) -> bool:
    """Tell whether the font has these letters, by comparing them with its blank."""
    font = _inter(24)
    blank = bytes(font.getmask("\uffff"))
    return bool(text) and all(bytes(font.getmask(it)) != blank for it in text)
