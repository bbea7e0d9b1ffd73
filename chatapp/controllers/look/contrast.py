"""The arithmetic of readable colours: luminance, contrast, and fitting the two.

Colours are "#rrggbb". Contrast is that of WCAG 2.1 (success criterion 1.4.3).
"""

import colorsys
from collections.abc import Iterable
from dataclasses import dataclass

WHITE = "#ffffff"
BLACK = "#000000"
_STEPS = 256
# Less and less saturated, as the hue's own colour may not reach the contrast.
_FADES = (1.0, 0.75, 0.5, 0.25, 0.0)

# ttkbootstrap derives the shades of a hovered and of a pressed button from its fill
# by these shares of its lightness (`style/theme.py`, `_state_color`).
_HOVER = 0.08
_PRESSED = 0.12


def _linear(channel: int) -> float:
    value = channel / 255
    if value <= 0.03928:
        return value / 12.92
    return float(((value + 0.055) / 1.055) ** 2.4)


_LINEAR = tuple(_linear(channel) for channel in range(256))


def channels(color: str) -> tuple[int, int, int]:
    """Take a colour apart into red, green and blue, each 0 to 255."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def color_of(hue: float, saturation: float, lightness: float) -> str:
    """Make the colour of this hue (in turns), saturation and lightness (0 to 1)."""
    red, green, blue = _channels_of(hue, saturation, lightness)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _channels_of(
    hue: float, saturation: float, lightness: float
) -> tuple[int, int, int]:
    red, green, blue = colorsys.hls_to_rgb(
        hue % 1, min(1.0, max(0.0, lightness)), min(1.0, max(0.0, saturation))
    )
    return round(red * 255), round(green * 255), round(blue * 255)


def luminance(color: str) -> float:
    """Tell the relative luminance of a colour, 0 for black to 1 for white."""
    return _luminance(channels(color))


def _luminance(parts: tuple[int, int, int]) -> float:
    red, green, blue = parts
    return 0.2126 * _LINEAR[red] + 0.7152 * _LINEAR[green] + 0.0722 * _LINEAR[blue]


def ratio(one: float, other: float) -> float:
    """Tell the contrast of two luminances, 1 to 21."""
    lighter, darker = (one, other) if one > other else (other, one)
    return (lighter + 0.05) / (darker + 0.05)


def contrast(one: str, other: str) -> float:
    """Tell the contrast of two colours, 1 to 21."""
    return ratio(luminance(one), luminance(other))


def mix(color: str, other: str, share: float) -> str:
    """Mix `share` of another colour into a colour."""
    pairs = zip(channels(color), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a text may stand on, known by the darkest and the lightest luminance."""

    darkest: float
    lightest: float

    @classmethod
    def of(cls, colors: Iterable[str]) -> "Grounds":
        """Take these colours together."""
        levels = [luminance(color) for color in colors]
        return cls(min(levels), max(levels))


def fit(
    hue: float, saturation: float, grounds: Grounds, needed: float, wish: float
) -> str:
    """Find the colour of this hue that reads on all of `grounds`.

    Its contrast with each is at least `needed`, and its lightness is as near to
    `wish` as that allows; where the hue cannot reach it, it fades to grey.

    Raises:
        ValueError: No colour at all reads on all of these grounds.
    """
    at_most = (grounds.darkest + 0.05) / needed - 0.05
    at_least = (grounds.lightest + 0.05) * needed - 0.05
    for fade in _FADES:
        found = list(_nearest(hue, saturation * fade, at_most, at_least, wish))
        if found:
            return min(found)[1]
    raise ValueError(f"no colour reads at {needed}:1 on all of {grounds}")


def _nearest(
    hue: float, saturation: float, at_most: float, at_least: float, wish: float
) -> Iterable[tuple[float, str]]:
    """Give the nearest darker and the nearest lighter colour that will do."""
    color = color_of(hue, saturation, wish)
    level = luminance(color)
    if level <= at_most or level >= at_least:
        yield 0.0, color
        return
    if at_most >= 0:
        yield _search(hue, saturation, at_most, wish, -1)
    if at_least <= luminance(WHITE):
        yield _search(hue, saturation, at_least, wish, 1)


def _search(
    hue: float, saturation: float, bound: float, wish: float, direction: int
) -> tuple[float, str]:
    """Halve the way to black or white until the last step that still will do."""
    reach = wish if direction < 0 else 1 - wish
    wrong, right = 0, _STEPS
    while right - wrong > 1:
        step = (wrong + right) // 2
        lightness = wish + direction * reach * step / _STEPS
        level = _luminance(_channels_of(hue, saturation, lightness))
        if (level - bound) * direction >= 0:
            right = step
        else:
            wrong = step
    distance = reach * right / _STEPS
    return distance, color_of(hue, saturation, wish + direction * distance)


def shades(fill: str) -> tuple[str, str, str]:
    """Give a fill with the hovered and the pressed shade ttkbootstrap makes of it."""
    return fill, _state(fill, _HOVER), _state(fill, _PRESSED)


def _state(fill: str, share: float) -> str:
    red, green, blue = (channel / 255 for channel in channels(fill))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    if luminance(fill) < 0.5:
        lightness += (1 - lightness) * share
    else:
        lightness *= 1 - share
    parts = colorsys.hls_to_rgb(hue, lightness, saturation)
    return "#" + "".join(f"{int(part * 255):02x}" for part in parts)
