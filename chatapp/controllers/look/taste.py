"""Which palettes somebody likes: what is kept, what is never rolled, light or dark."""

from collections.abc import Iterable
from dataclasses import dataclass

from chatapp.controllers.look.palette_names import (
    PaletteName,
    UnknownPalette,
    parse_name,
)
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.choices import Contrast, Mode
from chatapp.models.settings.setting import Setting
from chatapp.models.settings.settings import Settings


@dataclass(frozen=True, slots=True)
class Taste:
    """What is asked of a palette."""

    mode: Mode = Mode.AUTO
    contrast: Contrast = Contrast.USUAL
    kept: tuple[PaletteName, ...] = ()
    banned: frozenset[PaletteName] = frozenset()
    rolls_kept: bool = False


def taste_of(settings: Settings) -> Taste:
    """Tell what is asked of a palette now."""
    return Taste(
        settings[table.MODE],
        settings[table.CONTRAST],
        tuple(_known(settings[table.KEPT_PALETTES])),
        frozenset(_known(settings[table.BANNED_PALETTES])),
        settings[table.ROLLS_KEPT],
    )


class PaletteKeeping:
    """Keeps palettes, or bans them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def is_kept(self, name: str) -> bool:
        """Tell whether a palette is kept."""
        return name in self._settings[table.KEPT_PALETTES]

    def keep(self, name: str) -> None:
        """Keep a palette, also one that was never to come again."""
        _add(self._settings, table.KEPT_PALETTES, name)
        _remove(self._settings, table.BANNED_PALETTES, name)

    def let_go(self, name: str) -> None:
        """Keep a palette no longer; it may still come."""
        _remove(self._settings, table.KEPT_PALETTES, name)

    def ban(self, name: str) -> None:
        """Have a palette never rolled again."""
        _add(self._settings, table.BANNED_PALETTES, name)
        _remove(self._settings, table.KEPT_PALETTES, name)

    def allow(self, name: str) -> None:
        """Let a palette be rolled again."""
        _remove(self._settings, table.BANNED_PALETTES, name)


def _known(names: tuple[str, ...]) -> Iterable[PaletteName]:
    """Give the palettes that there are: the file may be written by hand."""
    for name in names:
        try:
            yield parse_name(name)
        except UnknownPalette:
            continue


def _add(settings: Settings, names: Setting[tuple[str, ...]], name: str) -> None:
    if name not in settings[names]:
        settings.alter(names, lambda known: (*known, name))


def _remove(settings: Settings, names: Setting[tuple[str, ...]], name: str) -> None:
    if name in settings[names]:
        settings.alter(names, lambda known: tuple(it for it in known if it != name))
