"""Decides which colours the window wears: by name, by the system's mode, by chance."""

from collections.abc import Callable
from random import Random
from typing import Protocol

from chatapp.controllers.palette_names import DAY, HUES, NIGHT, PaletteName, parse_name
from chatapp.controllers.palettes import make_palette
from chatapp.models.entities import Palette

# A rolled palette's hue stands at least this far from the last one's, in turns.
_CLEARLY_ANOTHER = 1 / 6


class ThemedView(Protocol):
    """What is asked of a view that wears the palette."""

    def show_palette(self, palette: Palette) -> None:
        """Wear these colours from now on."""


class ThemeController:
    """Chooses a palette at the start and another at each roll, and shows it."""

    def __init__(
        self, random: Random, system_is_dark: Callable[[], bool | None]
    ) -> None:
        self._random = random
        self._system_is_dark = system_is_dark
        self._views: list[ThemedView] = []
        self._name: PaletteName | None = None
        self.palette = self.choose()

    def choose(self, name: str = "") -> Palette:
        """Take the palette of this name, or without one a random palette.

        Raises:
            UnknownPalette: There is none of that name; its message is for people.
        """
        self._wear(parse_name(name) if name.strip() else self._other())
        return self.palette

    def roll(self) -> None:
        """Show another palette, of a clearly different hue, in every view."""
        self._wear(self._other())

    def show_on(self, view: ThemedView) -> None:
        """Let a view wear each palette from the next roll on."""
        self._views.append(view)

    def _wear(self, name: PaletteName) -> None:
        self._name = name
        self.palette = make_palette(name)
        for view in self._views:
            view.show_palette(self.palette)

    def _other(self) -> PaletteName:
        dark = self._system_is_dark()
        if dark is None:
            dark = self._random.random() < 0.5
        animals = NIGHT if dark else DAY
        return PaletteName(self._other_hue(), self._random.choice(animals))

    def _other_hue(self) -> str:
        if self._name is None:
            return self._random.choice(HUES)
        here = self._name.turn
        far = [
            hue
            for step, hue in enumerate(HUES)
            if _distance(step / len(HUES), here) >= _CLEARLY_ANOTHER
        ]
        return self._random.choice(far)


def _distance(one: float, other: float) -> float:
    apart = abs(one - other) % 1
    return min(apart, 1 - apart)
