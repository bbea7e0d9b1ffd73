"""Draws a fingerprint as a mosaic that looks the same on every screen."""

import colorsys

from PIL import Image

from chatapp.wire.fingerprints import Fingerprint

_SIDE = 8
_HALF = _SIDE // 2
_GROUND = (246, 246, 244)
_QUIET = 1
"""How many empty tiles stand around."""

Colour = tuple[int, int, int]


def draw_mosaic(fingerprint: Fingerprint, size: int) -> Image.Image:
    """Draw a fingerprint in a square of so many pixels.

    The left half mirrors the right one, as in a face: people tell faces apart well.
    The colours come from the fingerprint and not from the window's palette, since two
    people compare what they see.
    """
    tiles = _SIDE + 2 * _QUIET
    small = Image.new("RGB", (tiles, tiles), _GROUND)
    colours = _colours(fingerprint.digest)
    for index in range(_SIDE * _HALF):
        row, column = divmod(index, _HALF)
        colour = colours[_two_bits(fingerprint.digest, index)]
        for across in (column, _SIDE - 1 - column):
            small.putpixel((across + _QUIET, row + _QUIET), colour)
    return small.resize((size, size), Image.Resampling.NEAREST)


def _two_bits(digest: bytes, index: int) -> int:
    """Give the bits of the tile; eight bytes have enough for all of them."""
    byte, place = divmod(index, 4)
    return (digest[byte] >> (2 * place)) & 0b11


def _colours(digest: bytes) -> tuple[Colour, Colour, Colour, Colour]:
    """Choose the ground, a dark colour, and two that differ from each other."""
    hue = digest[8] / 256
    return (
        _GROUND,
        _colour(hue, 0.24, 0.6),
        _colour(hue + 0.08, 0.5, 0.75),
        _colour(hue + 0.4 + digest[9] / 1280, 0.6, 0.7),
    )


def _colour(hue: float, lightness: float, saturation: float) -> Colour:
    red, green, blue = colorsys.hls_to_rgb(hue % 1.0, lightness, saturation)
    return round(red * 255), round(green * 255), round(blue * 255)
