"""What can be done about the palette of the moment: keep it, ban it, roll another."""

from collections.abc import Callable, Sequence

from chatapp.controllers.look.taste import PaletteKeeping
from chatapp.controllers.settings import settings_wording as wording
from chatapp.controllers.theme import ThemeController
from chatapp.models.entities import MenuEntry, MenuPart


class PaletteMenu:
    """Offers it as a menu, and does it."""

    def __init__(self, keeping: PaletteKeeping, theme: ThemeController) -> None:
        self._keeping = keeping
        self._theme = theme
        self.on_settings: Callable[[], None] = lambda: None

    def keep(self) -> None:
        """Keep it, or keep it no longer."""
        name = self._theme.palette.name
        if self._keeping.is_kept(name):
            self._keeping.let_go(name)
        else:
            self._keeping.keep(name)

    def ban(self) -> None:
        """Have it never come again, and roll another one at once."""
        self._keeping.ban(self._theme.palette.name)
        self._theme.roll()

    def offer(self) -> Sequence[MenuPart]:
        """Give the entries of the menu."""
        name = self._theme.palette.name
        is_kept = self._keeping.is_kept(name)
        return (
            [
                MenuEntry(wording.KEEP_PALETTE.format(name=name), self.keep, is_kept),
                MenuEntry(wording.BAN_PALETTE.format(name=name), self.ban),
            ],
            [
                MenuEntry(wording.OTHER_COLOURS, self._theme.roll),
                MenuEntry(wording.OPEN_SETTINGS, self.on_settings),
            ],
        )
