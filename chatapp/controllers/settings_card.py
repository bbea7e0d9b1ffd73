"""The settings card: shows the table of settings, and changes what one chooses."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from chatapp.controllers import settings_wording as wording
from chatapp.controllers.palette_menu import PaletteMenu
from chatapp.controllers.palette_names import UnknownPalette, parse_name
from chatapp.controllers.palettes import make_palette
from chatapp.controllers.taste import PaletteKeeping
from chatapp.controllers.theme import ThemeController
from chatapp.models import settings_table as table
from chatapp.models.scheduler import Scheduler
from chatapp.models.setting import OneOf, Setting, Switch, TimeOfDay, WrongValue
from chatapp.models.settings import Settings

_LISTS = (table.KEPT_PALETTES, table.BANNED_PALETTES)
_SWATCHES = ("side", "page", "card", "primary", "text", "link")
_THIS, _OTHERS, _PALETTE = "this", "others", "palette"
_ROWS = {setting.name: setting for setting in wording.TITLES}


class SettingsView(Protocol):
    """A card of pages; every row has a key."""

    on_page: Callable[[str], None]
    on_switch: Callable[[str, bool], None]
    on_choice: Callable[[str, str], None]
    on_time: Callable[[str, str], None]
    on_wear: Callable[[str], None]
    on_remove: Callable[[str, str], None]
    on_reset: Callable[[], None]

    def open(self) -> None:
        """Show the card."""

    def is_open(self) -> bool:
        """Tell whether the card is still there."""

    def show_pages(self, pages: Sequence[tuple[str, str]]) -> None:
        """Offer these pages, each by a key and a title."""

    def begin_page(self, key: str) -> None:
        """Turn to a page that is empty yet."""

    def end_page(self) -> None:
        """Take as much room as what was added needs."""

    def add_switch(self, key: str, title: str, words: str, is_on: bool) -> None:
        """Add something that is on or off."""

    def add_choice(
        self,
        key: str,
        title: str,
        words: str,
        options: Sequence[tuple[str, str]],
        chosen: str,
    ) -> None:
        """Add one of several things, each by a key and a label."""

    def add_time(self, key: str, title: str, words: str, text: str) -> None:
        """Add a time of the day."""

    def add_palettes(self, key: str, title: str, words: str) -> None:
        """Add a list of palettes, which is empty yet."""

    def add_palette(self, key: str, name: str, colors: Sequence[str], tip: str) -> None:
        """Add a palette to a list, with some of its colours."""

    def show_switch(self, key: str, is_on: bool) -> None:
        """Show something on, or off."""

    def show_choice(self, key: str, chosen: str) -> None:
        """Show what is chosen."""

    def show_time(self, key: str, text: str) -> None:
        """Show a time of the day."""

    def show_words(self, key: str, words: str) -> None:
        """Say something else about a row."""

    def show_problem(self, key: str, sentence: str) -> None:
        """Say at a row what is wrong with it; "" takes that back."""


class SettingsController:
    """Opens the card, and keeps it true whoever changes a setting."""

    def __init__(
        self,
        new_view: Callable[[], SettingsView],
        settings: Settings,
        theme: ThemeController,
        keeping: PaletteKeeping,
        menu: PaletteMenu,
        scheduler: Scheduler,
    ) -> None:
        self._new_view = new_view
        self._settings = settings
        self._theme = theme
        self._keeping = keeping
        self._palette_actions = {
            wording.KEEP: menu.keep,
            wording.BAN: menu.ban,
            wording.ROLL: theme.roll,
        }
        self._scheduler = scheduler
        self._view: SettingsView | None = None
        self._page = next(iter(wording.PAGES))
        self._waiting: list[tuple[Setting[tuple[str, ...]], str]] = []
        settings.watch(self._changed)

    def open(self) -> None:
        """Show the card, on the page that was open last."""
        self._settings.refresh()
        view = self._view = self._new_view()
        view.on_page = self._show_page
        view.on_switch = self._change
        view.on_choice = self._choose
        view.on_time = self._set_time
        view.on_wear = self._wear
        view.on_remove = self._remove
        view.on_reset = self._reset
        view.show_pages(list(wording.PAGES.items()))
        self._show_page(self._page)
        view.open()

    # -- showing ------------------------------------------------------------------

    def _open_view(self) -> SettingsView | None:
        return self._view if self._view and self._view.is_open() else None

    def _show_page(self, page: str) -> None:
        view = self._open_view()
        if view is None:
            return
        self._page = page
        self._waiting = []
        view.begin_page(page)
        for setting in self._of_page():
            self._add(view, setting)
        for found in self._settings.misfits():
            view.show_problem(found.setting.name, wording.misfit(found))
        view.end_page()
        self._add_waiting()

    def _of_page(self) -> list[Setting[Any]]:
        return [each for each in wording.TITLES if each.section == self._page]

    def _add(self, view: SettingsView, setting: Setting[Any]) -> None:
        key, title, words = setting.name, wording.TITLES[setting], setting.summary
        value, rule = self._settings[setting], setting.rule
        if setting is table.START_PALETTE:
            self._add_palette_of_the_moment(view)
            starts = ((_OTHERS, wording.ANOTHER), (_THIS, wording.THIS_ONE))
            view.add_choice(key, title, words, starts, _OTHERS)
            self._show_start(view)
        elif setting in _LISTS:
            self._add_list(view, setting)
        elif isinstance(rule, Switch):
            view.add_switch(key, title, words, value)
        elif isinstance(rule, OneOf):
            view.add_choice(key, title, words, _options(rule), value.value)
        elif isinstance(rule, TimeOfDay):
            view.add_time(key, title, words, str(rule.write(value)))

    def _add_palette_of_the_moment(self, view: SettingsView) -> None:
        actions = [(action, label) for action, label in wording.ABOUT_PALETTE.items()]
        title, words = wording.PALETTE_TITLE, wording.PALETTE_WORDS
        view.add_choice(_PALETTE, title, words, actions, "")

    def _show_start(self, view: SettingsView) -> None:
        key, name = table.START_PALETTE.name, self._settings[table.START_PALETTE]
        view.show_choice(key, _THIS if name else _OTHERS)
        view.show_words(key, wording.start(name))
        try:
            parse_name(name or self._theme.palette.name)
        except UnknownPalette as problem:
            view.show_problem(key, str(problem))

    def _add_list(self, view: SettingsView, setting: Setting[tuple[str, ...]]) -> None:
        names = self._settings[setting]
        is_kept = setting is table.KEPT_PALETTES
        nothing = wording.NONE_KEPT if is_kept else wording.NONE_BANNED
        words = setting.summary if names else nothing
        view.add_palettes(setting.name, wording.TITLES[setting], words)
        self._waiting += [(setting, name) for name in reversed(names)]

    def _add_waiting(self) -> None:
        """Add one palette after the other, as each takes a moment to be made."""
        view = self._open_view()
        if view is None or not self._waiting:
            return
        setting, name = self._waiting.pop(0)
        tip = wording.LET_GO if setting is table.KEPT_PALETTES else wording.ALLOW
        view.add_palette(setting.name, name, self._colors(name), tip)
        if self._waiting:
            self._scheduler.call_later(0, self._add_waiting)
        else:
            view.end_page()

    def _colors(self, name: str) -> list[str]:
        try:
            palette = make_palette(parse_name(name), self._settings[table.CONTRAST])
        except UnknownPalette:
            return []
        return [str(getattr(palette, part)) for part in _SWATCHES]

    def _changed(self, setting: Setting[Any]) -> None:
        if setting in (table.MODE, table.CONTRAST):
            self._theme.obey()
        view = self._open_view()
        if view is None or setting.section != self._page:
            return
        value, rule = self._settings[setting], setting.rule
        if setting in _LISTS:
            self._show_page(self._page)
        elif setting is table.START_PALETTE:
            self._show_start(view)
        elif isinstance(rule, Switch):
            view.show_switch(setting.name, value)
        elif isinstance(rule, OneOf):
            view.show_choice(setting.name, value.value)
        elif isinstance(rule, TimeOfDay):
            view.show_time(setting.name, str(rule.write(value)))

    # -- changing -----------------------------------------------------------------

    def _change(self, key: str, value: object) -> None:
        self._settings.change(_ROWS[key], value)
        if self._view:
            self._view.show_problem(key, "")

    def _choose(self, key: str, choice: str) -> None:
        if key == _PALETTE:
            self._palette_actions[choice]()
        elif key == table.START_PALETTE.name:
            self._change(key, self._theme.palette.name if choice == _THIS else "")
        else:
            self._change(key, _ROWS[key].rule.read(choice))

    def _set_time(self, key: str, text: str) -> None:
        try:
            self._change(key, _ROWS[key].rule.read(text))
        except WrongValue:
            if self._view:
                self._view.show_problem(key, wording.NO_TIME)

    def _wear(self, name: str) -> None:
        try:
            self._theme.choose(name)
        except UnknownPalette as problem:
            if self._view:
                self._view.show_problem(table.KEPT_PALETTES.name, str(problem))

    def _remove(self, key: str, name: str) -> None:
        if key == table.KEPT_PALETTES.name:
            self._keeping.let_go(name)
        else:
            self._keeping.allow(name)

    def _reset(self) -> None:
        kept = [setting for setting in self._of_page() if setting not in _LISTS]
        self._settings.reset(*kept)
        self._show_page(self._page)


def _options(rule: "OneOf[Any]") -> list[tuple[str, str]]:
    return [(each.value, wording.OPTIONS[each]) for each in rule.choices]
