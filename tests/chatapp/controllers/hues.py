"""The hue of a colour, as the tests of palettes ask for it."""

import colorsys

from chatapp.controllers.look.contrast import channels


def hue_of(color: str) -> float:
    """Tell the hue of a colour, in turns."""
    red, green, blue = (value / 255 for value in channels(color))
    return colorsys.rgb_to_hls(red, green, blue)[0]
