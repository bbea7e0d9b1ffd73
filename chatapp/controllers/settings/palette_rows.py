"""The part of the settings card that is about palettes: which one, and the lists."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from chatapp.controllers.look.palette_menu import PaletteMenu
from chatapp.controllers.look.palette_names import UnknownPalette, parse_name
from chatapp.controllers.look.palettes import make_palette
from chatapp.controllers.look.taste import PaletteKeeping
from chatapp.controllers.settings import settings_wording as wording
from chatapp.controllers.settings.choice_rows import ChoiceRowsView
from chatapp.controllers.theme import ThemeController
from chatapp.language import gettext as _
from chatapp.models.program.scheduler import Scheduler
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.setting import Setting
from chatapp.models.settings.settings import Settings

LISTS = (table.KEPT_PALETTES, table.BANNED_PALETTES)
OF_PALETTES = (table.START_PALETTE, *LISTS)
_SWATCHES = ("side", "page", "card", "primary", "text", "link")
_THIS, _OTHERS, _PALETTE = "this", "others", "palette"


class PaletteRowsView(ChoiceRowsView, Protocol):
    """A card with rows, as far as they are about palettes."""

    on_wear: Callable[[str], None]
    on_remove: Callable[[str, str], None]

    def is_open(self) -> bool:
        """Tell whether the card is still there."""

    def end_page(self) -> None:
        """Take as much room as what was added needs."""

    def add_palettes(self, key: str, title: str, words: str) -> None:
        """Add a list of palettes, which is empty yet."""

    def add_palette(self, key: str, name: str, colors: Sequence[str], tip: str) -> None:
        """Add a palette to a list, with some of its colours."""

    def show_problem(self, key: str, sentence: str) -> None:
        """Say at a row what is wrong with it; "" takes that back."""


class PaletteRows:
    """Shows them, and does what is chosen there."""

    def __init__(
        self,
        settings: Settings,
        theme: ThemeController,
        keeping: PaletteKeeping,
        menu: PaletteMenu,
        scheduler: Scheduler,
    ) -> None:
        self._settings = settings
        self._theme = theme
        self._keeping = keeping
        self._actions = {
            wording.KEEP: menu.keep,
            wording.BAN: menu.ban,
            wording.ROLL: theme.roll,
        }
        self._scheduler = scheduler
        self._waiting: list[tuple[Setting[tuple[str, ...]], str]] = []
        settings.watch(self._changed)

    def begin(self, view: PaletteRowsView) -> None:
        """Begin a page that has no rows yet."""
        self._waiting = []
        view.on_wear = lambda name: self._wear(view, name)
        view.on_remove = self._remove

    def add(self, view: PaletteRowsView, setting: Setting[Any]) -> None:
        """Add the row of a setting."""
        if setting in LISTS:
            self._add_list(view, setting)
            return
        actions = list(wording.ABOUT_PALETTE.items())
        title, words = wording.PALETTE_TITLE, wording.PALETTE_WORDS
        view.add_choice(_PALETTE, title, words, actions, "")
        starts = ((_OTHERS, wording.ANOTHER), (_THIS, wording.THIS_ONE))
        view.add_choice(setting.name, wording.TITLES[setting], "", starts, _OTHERS)
        self.show_start(view)

    def add_waiting(self, view: PaletteRowsView) -> None:
        """Add one palette after the other, as each takes a moment to be made."""
        if not self._waiting or not view.is_open():
            return
        setting, name = self._waiting.pop(0)
        tip = wording.LET_GO if setting is table.KEPT_PALETTES else wording.ALLOW
        view.add_palette(setting.name, name, self._colors(name), tip)
        if self._waiting:
            self._scheduler.call_later(0, lambda: self.add_waiting(view))
        else:
            view.end_page()

    def show_start(self, view: PaletteRowsView) -> None:
        """Show with which palette each start begins."""
        key, name = table.START_PALETTE.name, self._settings[table.START_PALETTE]
        view.show_choice(key, _THIS if name else _OTHERS)
        view.show_words(key, wording.start(name))
        view.show_problem(key, _problem_of(name) if name else "")

    def choose(self, key: str, choice: str) -> bool:
        """Do what was chosen; False where that is not about palettes."""
        if key == _PALETTE:
            self._actions[choice]()
        elif key == table.START_PALETTE.name:
            name = self._theme.palette.name if choice == _THIS else ""
            self._settings.change(table.START_PALETTE, name)
        else:
            return False
        return True

    def _changed(self, setting: Setting[Any]) -> None:
        if setting in (table.MODE, table.CONTRAST):
            self._theme.obey()

    def _add_list(
        self, view: PaletteRowsView, setting: Setting[tuple[str, ...]]
    ) -> None:
        names = self._settings[setting]
        words = _(setting.summary) if names else wording.NONE_YET
        view.add_palettes(setting.name, wording.TITLES[setting], words)
        self._waiting += [(setting, name) for name in reversed(names)]

    def _colors(self, name: str) -> list[str]:
        try:
            palette = make_palette(parse_name(name), self._settings[table.CONTRAST])
        except UnknownPalette:
            return []
        return [str(getattr(palette, part)) for part in _SWATCHES]

    def _wear(self, view: PaletteRowsView, name: str) -> None:
        problem = _problem_of(name)
        if problem:
            view.show_problem(table.KEPT_PALETTES.name, problem)
        else:
            self._theme.choose(name)

    def _remove(self, key: str, name: str) -> None:
        if key == table.KEPT_PALETTES.name:
            self._keeping.let_go(name)
        else:
            self._keeping.allow(name)


def _problem_of(name: str) -> str:
    """Say what is wrong with a palette's name, if anything is."""
    try:
        parse_name(name)
    except UnknownPalette as problem:
        return str(problem)
    return ""
