"""Decides which colours the window wears: by name, by the system's mode, by chance."""

import logging
from collections.abc import Callable
from random import Random
from typing import Protocol

from chatapp.controllers.look.palette_names import (
    DAY,
    HUES,
    NIGHT,
    PaletteName,
    UnknownPalette,
    parse_name,
)
from chatapp.controllers.look.palettes import make_palette
from chatapp.controllers.look.taste import Taste
from chatapp.models.entities import Palette
from chatapp.models.settings.choices import Mode

log = logging.getLogger(__name__)

# A rolled palette's hue stands at least this far from the last one's, in turns.
_CLEARLY_ANOTHER = 1 / 6
# So often one that is never wanted may come before it is taken all the same.
_MOST_TRIES = 200


class ThemedView(Protocol):
    """What is asked of a view that wears the palette."""

    def show_palette(self, palette: Palette) -> None:
        """Wear these colours from now on."""


class ThemeController:
    """Chooses a palette at the start and another at each roll, and shows it."""

    def __init__(
        self,
        random: Random,
        system_is_dark: Callable[[], bool | None],
        taste: Callable[[], Taste] = Taste,
    ) -> None:
        self._random = random
        self._system_is_dark = system_is_dark
        self._taste = taste
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

    def begin_with(self, name: str) -> None:
        """Take the palette that each start is to have, if there is one of that name."""
        try:
            self.choose(name)
        except UnknownPalette as problem:
            log.warning("%s", problem)

    def roll(self) -> None:
        """Show another palette, of a clearly different hue, in every view."""
        self._wear(self._other())

    def obey(self) -> None:
        """Wear what the taste of the moment asks for, and no other hue without need."""
        wanted = self._wanted_mode()
        if self._name is None or (wanted is not None and wanted != self._name.dark):
            self._wear(self._other())
        else:
            self._wear(self._name)

    def show_on(self, view: ThemedView) -> None:
        """Let a view wear each palette from the next roll on."""
        self._views.append(view)

    def _wear(self, name: PaletteName) -> None:
        self._name = name
        self.palette = make_palette(name, self._taste().contrast)
        for view in self._views:
            view.show_palette(self.palette)

    def _wanted_mode(self) -> bool | None:
        """Tell whether dark palettes are wanted; None where that is all the same."""
        mode = self._taste().mode
        return self._system_is_dark() if mode is Mode.AUTO else mode is Mode.DARK

    def _other(self) -> PaletteName:
        taste, dark = self._taste(), self._wanted_mode()
        kept = [name for name in taste.kept if dark in (None, name.dark)]
        others = [name for name in kept if name != self._name]
        if taste.rolls_kept and kept:
            return self._random.choice(others or kept)
        if dark is None:
            dark = self._random.random() < 0.5
        for _ in range(_MOST_TRIES):
            animal = self._random.choice(NIGHT if dark else DAY)
            name = PaletteName(self._other_hue(), animal)
            if name not in taste.banned:
                break
        return name

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
