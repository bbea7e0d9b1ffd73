"""Makes the palette that belongs to a name, with every text readable on its ground."""

import hashlib
from functools import lru_cache

from chatapp.controllers.look.contrast import (
    BLACK,
    WHITE,
    Grounds,
    color_of,
    contrast,
    fit,
    luminance,
    mix,
    ratio,
    shades,
)
from chatapp.controllers.look.palette_names import PaletteName
from chatapp.controllers.look.strength import STRENGTHS
from chatapp.models.entities import Palette
from chatapp.models.settings.choices import Contrast

# A little above what is needed, as channels are rounded to whole numbers.
_SURE = 0.1
_PEOPLE = 24
# How far the second and the third hue stand from the first, in turns.
_SCHEMES = ((0.07, -0.07), (0.5, 0.45), (1 / 3, 2 / 3), (0.42, 0.58), (0.03, -0.03))
# What mentions one is never taken for what is chosen, whose hue is the first.
_OPPOSITE = 0.5
_GREEN, _AMBER, _RED = 0.38, 0.105, 0.985
_PLAIN_SURFACES = ("page", "side", "card", "hover", "input")
_MARKED_SURFACES = ("page", "side", "side_hover")
# How a ground that stands for something must stand apart from the page, at least.
_APART = 1.3
_UNDER_WHITE = Grounds.of([WHITE])


class _Dice:
    """Chances that depend on a name alone: the same on every machine, for ever."""

    def __init__(self, name: str) -> None:
        self._bytes = iter(hashlib.blake2b(name.encode()).digest())

    def between(self, low: float, high: float) -> float:
        chance = next(self._bytes) * 256 + next(self._bytes)
        return low + (high - low) * chance / 65535

    def scheme(self) -> tuple[float, float]:
        return _SCHEMES[next(self._bytes) % len(_SCHEMES)]


@lru_cache(maxsize=8)
def make_palette(name: PaletteName, contrast: Contrast = Contrast.USUAL) -> Palette:
    """Make the palette of this name, always the same one."""
    return _Maker(name, contrast).palette()


class _Maker:
    """One palette in the making: what its name decided, and what follows from it."""

    def __init__(self, name: PaletteName, contrast: Contrast) -> None:
        dice = _Dice(str(name))
        self._name = name
        self._strength = strength = STRENGTHS[contrast]
        self._dark = name.dark and not strength.always_light
        self._hue = name.turn + dice.between(-1 / 110, 1 / 110)
        second, third = dice.scheme()
        self._hue_2, self._hue_3 = self._hue + second, self._hue + third
        self._vivid = dice.between(0.55, 0.85)
        self._tint = dice.between(0.2, 0.5)
        self._base = dice.between(*(strength.dark if self._dark else strength.light))

    def palette(self) -> Palette:
        grounds = self._grounds()
        fills = self._fills(Grounds.of(grounds[name] for name in _PLAIN_SURFACES))
        selected_row = self._wash(grounds["side"], fills["primary"], 0.22, 0.14)
        found = self._apart(grounds["page"], fills["primary"])
        selection = self._wash(grounds["page"], fills["primary"], 0.34, 0.22)
        everywhere = Grounds.of([*grounds.values(), selected_row, found])
        lines = Grounds.of(grounds[name] for name in ("page", "side"))
        _, hover, pressed = shades(fills["primary"])
        return Palette(
            name=str(self._name),
            dark=self._dark,
            border=self._border(lines),
            selected_row=selected_row,
            found=found,
            selection=selection,
            on_selection=fit(
                self._hue,
                0.1,
                Grounds.of([selection]),
                self._strength.body + _SURE,
                self._or(0.97, 0.1),
            ),
            primary_hover=hover,
            primary_pressed=pressed,
            on_accent=BLACK if self._dark else WHITE,
            on_avatar=WHITE,
            **grounds,
            **fills,
            **self._texts(everywhere),
            **self._marks(Grounds.of(grounds[name] for name in _MARKED_SURFACES)),
            people=self._people(everywhere),
            avatars=self._avatars(),
        )

    def _or(self, dark: float, light: float) -> float:
        return dark if self._dark else light

    def _ground(self, light: float, dark: float, tint: float) -> str:
        """Make a surface so much lighter (or darker) than the page."""
        step = (dark if self._dark else light) * self._strength.step
        lightness = self._base + step
        return color_of(self._hue, self._tint * tint, min(1.0, lightness))

    def _border(self, grounds: Grounds) -> str:
        needed = self._strength.border
        if not needed:
            return self._ground(-0.13, 0.115, self._or(0.8, 0.5))
        return fit(self._hue, 0.2, grounds, needed + _SURE, 0.5)

    def _wash(self, ground: str, color: str, dark: float, light: float) -> str:
        """Tint a ground as strongly as still leaves room for muted text on it."""
        share = self._or(dark, light)
        bound = self._or(*self._strength.washes)
        while (luminance(mix(ground, color, share)) > bound) == self._dark:
            share -= 0.01
        return mix(ground, color, share)

    def _apart(self, page: str, color: str) -> str:
        """Tint the page until one sees clearly that it is tinted, and no further."""
        share = 0.05
        while contrast(page, mix(page, color, share)) < _APART:
            share += 0.01
        return mix(page, color, share)

    def _grounds(self) -> dict[str, str]:
        page = self._ground(0, 0, self._or(0.55, 1))
        card = self._ground(-0.05, 0.055, self._or(0.5, 0.8))
        other = color_of(self._hue + _OPPOSITE, self._vivid, self._or(0.7, 0.4))
        return {
            "page": page,
            "side": self._ground(-0.035, -0.03, self._or(0.6, 0.9)),
            "side_hover": self._ground(-0.06, 0.012, self._or(0.6, 0.9)),
            "card": card,
            "code": card,
            "hover": self._ground(-0.022, 0.022, self._or(0.5, 0.8)),
            "input": self._ground(0.008, 0.042, self._or(0.5, 1)),
            "mention": self._apart(page, other),
        }

    def _fills(self, surfaces: Grounds) -> dict[str, str]:
        def fill(hue: float, saturation: float) -> str:
            if self._dark:
                return _pastel(hue, saturation, self._strength.pastel)
            return _solid(hue, saturation, surfaces, self._strength.text + _SURE)

        return {
            "primary": fill(self._hue, self._vivid),
            "secondary": fill(self._hue, 0.18),
            "success": fill(_GREEN, 0.5),
            "info": fill(self._hue_2, self._vivid * 0.9),
            "warning": fill(_AMBER, 0.8),
            "danger": fill(_RED, 0.65),
        }

    def _texts(self, grounds: Grounds) -> dict[str, str]:
        def text(hue: float, saturation: float, dark: float, light: float) -> str:
            return fit(
                hue,
                saturation,
                grounds,
                self._strength.text + _SURE,
                self._or(dark, light),
            )

        return {
            "text": fit(
                self._hue,
                0.12,
                grounds,
                self._strength.body + _SURE,
                self._or(*self._strength.ink),
            ),
            "muted": text(self._hue, 0.10, 0.64, 0.41),
            "accent": text(self._hue, self._vivid, 0.68, 0.42),
            "link": text(self._hue_3, self._vivid * 0.9, 0.70, 0.42),
            "danger_text": text(_RED, 0.70, 0.70, 0.44),
            "success_text": text(_GREEN, 0.50, 0.62, 0.34),
            "warning_text": text(_AMBER, 0.75, 0.64, 0.36),
        }

    def _marks(self, grounds: Grounds) -> dict[str, str]:
        needed = self._strength.mark + _SURE
        return {
            "online": fit(_GREEN, 0.60, grounds, needed, 0.50),
            "away": fit(_AMBER, 0.80, grounds, needed, 0.55),
            "offline": fit(self._hue, 0.08, grounds, needed, self._or(0.60, 0.45)),
        }

    def _people(self, grounds: Grounds) -> tuple[str, ...]:
        needed = self._strength.text + _SURE
        vivid, wish = self._or(0.62, 0.68), self._or(0.70, 0.40)
        return tuple(
            fit(self._hue + step / _PEOPLE, vivid, grounds, needed, wish)
            for step in range(_PEOPLE)
        )

    def _avatars(self) -> tuple[str, ...]:
        vivid, needed = self._or(0.50, 0.55), self._strength.text + _SURE
        return tuple(
            fit(self._hue + step / _PEOPLE, vivid, _UNDER_WHITE, needed, 0.46)
            for step in range(_PEOPLE)
        )


def _pastel(hue: float, saturation: float, least: float) -> str:
    """Make a fill for the dark, so light that its label is black."""
    for hundredth in range(68, 100):
        fill = color_of(hue, saturation, hundredth / 100)
        if luminance(fill) > least:
            return fill
    return WHITE


def _solid(hue: float, saturation: float, surfaces: Grounds, needed: float) -> str:
    """Make a fill for the light: white reads on it, and it reads on the surfaces."""
    for hundredth in range(46, 0, -1):
        fill = color_of(hue, saturation, hundredth / 100)
        if ratio(surfaces.darkest, luminance(fill)) < needed:
            continue
        if min(contrast(WHITE, shade) for shade in shades(fill)) >= needed:
            return fill
    return BLACK
