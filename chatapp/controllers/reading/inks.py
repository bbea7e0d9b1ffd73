"""Fits the colours that others write in to the palette, so that one can read them."""

import colorsys
from collections.abc import Sequence

from chatapp.controllers.look.contrast import Grounds, channels, fit, luminance, ratio
from chatapp.controllers.look.strength import TEXT_CONTRAST

# A little above what is needed, as channels are rounded to whole numbers.
_SURE = 0.05


def fit_ink(ink: str, grounds: Sequence[str]) -> str:
    """Give a colour, moved as little as it must be to be read on all of the grounds."""
    levels = Grounds.of(grounds)
    level = luminance(ink)
    weakest = min(ratio(level, each) for each in (levels.darkest, levels.lightest))
    if weakest >= TEXT_CONTRAST and not levels.darkest < level < levels.lightest:
        return ink
    red, green, blue = (channel / 255 for channel in channels(ink))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    return fit(hue, saturation, levels, TEXT_CONTRAST + _SURE, lightness)
