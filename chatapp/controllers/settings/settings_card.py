"""The settings card: shows the table of settings, and changes what one chooses."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from chatapp.controllers.settings import settings_wording as wording
from chatapp.controllers.settings.missing_parts import MissingParts
from chatapp.controllers.settings.palette_rows import (
    LISTS,
    OF_PALETTES,
    PaletteRows,
    PaletteRowsView,
)
from chatapp.controllers.settings.spelling_rows import SpellingRows
from chatapp.language import gettext as _
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.setting import (
    OneOf,
    Setting,
    Switch,
    TimeOfDay,
    Typed,
    WrongValue,
)
from chatapp.models.settings.settings import Settings

_SIZE, _PAGE_OF_SIZE = "size", "window"
_ROWS = {setting.name: setting for setting in wording.TITLES}


class SettingsView(PaletteRowsView, Protocol):
    """A card of pages; every row has a key."""

    on_page: Callable[[str], None]
    on_switch: Callable[[str, bool], None]
    on_choice: Callable[[str, str], None]
    on_typed: Callable[[str, str], None]
    on_reset: Callable[[], None]

    def open(self) -> None:
        """Show the card."""

    def show_pages(self, pages: Sequence[tuple[str, str]]) -> None:
        """Offer these pages, each by a key and a title."""

    def begin_page(self, key: str) -> None:
        """Turn to a page that is empty yet."""

    def add_switch(self, key: str, title: str, words: str, is_on: bool) -> None:
        """Add something that is on or off."""

    def add_field(
        self, key: str, title: str, words: str, text: str, *, is_short: bool
    ) -> None:
        """Add a field to type into; a short one is for a time of the day."""

    def show_switch(self, key: str, is_on: bool) -> None:
        """Show something on, or off."""

    def show_field(self, key: str, text: str) -> None:
        """Show what holds where it can be typed."""


class SettingsController:
    """Opens the card, and keeps it true whoever changes a setting."""

    def __init__(
        self,
        new_view: Callable[[], SettingsView],
        settings: Settings,
        palettes: PaletteRows,
        spelling: SpellingRows,
        sizes: Mapping[str, Callable[[], None]],
        missing: MissingParts,
    ) -> None:
        """Prepare it; `sizes` does what is to be done about the size of everything.

        `missing` knows which settings need something that is not installed.
        """
        self._new_view = new_view
        self._settings = settings
        self._palettes = palettes
        self._spelling = spelling
        spelling.on_found = self._show_dictionaries
        self._sizes = sizes
        self._missing = missing
        self._view: SettingsView | None = None
        self._page = next(iter(wording.PAGES))
        settings.watch(self._changed)

    def open_page(self, page: str) -> None:
        """Show the card, on a page."""
        self._page = page
        self.open()

    def open(self) -> None:
        """Show the card, on the page that was open last."""
        self._settings.refresh()
        view = self._view = self._new_view()
        view.on_page = self._show_page
        view.on_switch = self._change
        view.on_choice = self._choose
        view.on_typed = self._type
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
        view.begin_page(page)
        self._palettes.begin(view)
        for setting in self._of_page():
            self._add(view, setting)
        for found in self._settings.misfits():
            view.show_problem(found.setting.name, wording.misfit(found))
        if page == _PAGE_OF_SIZE:
            self._add_size(view)
        view.end_page()
        self._palettes.add_waiting(view)

    def _of_page(self) -> list[Setting[Any]]:
        return [each for each in wording.TITLES if each.section == self._page]

    def _add(self, view: SettingsView, setting: Setting[Any]) -> None:
        key, title = setting.name, wording.TITLES[setting]
        words = self._missing.words(setting) or _(setting.summary)
        value, rule = self._settings[setting], setting.rule
        if setting in OF_PALETTES:
            self._palettes.add(view, setting)
        elif setting is table.SPELLING_LANGUAGE:
            self._spelling.add_language(view)
        elif isinstance(rule, Switch):
            is_on = value and not self._missing.prevent(setting)
            view.add_switch(key, title, words, is_on)
        elif isinstance(rule, OneOf):
            view.add_choice(key, title, words, _options(rule), value.value)
        elif isinstance(rule, Typed):
            is_short = isinstance(rule, TimeOfDay)
            view.add_field(key, title, words, rule.typed(value), is_short=is_short)

    def _add_size(self, view: SettingsView) -> None:
        now = wording.size(self._settings[table.ZOOM])
        sizes = list(wording.SIZES.items())
        view.add_choice(_SIZE, wording.SIZE_TITLE, now, sizes, "")

    def _changed(self, setting: Setting[Any]) -> None:
        view = self._open_view()
        if view is not None and setting is table.ZOOM:
            view.show_words(_SIZE, wording.size(self._settings[table.ZOOM]))
        if view is None or setting.section != self._page:
            return
        if setting in LISTS:
            self._show_page(self._page)
        elif setting is table.START_PALETTE:
            self._palettes.show_start(view)
        elif setting is table.SPELLING_LANGUAGE:
            self._spelling.show(view)
        else:
            self._show_value(view, setting)

    def _show_value(self, view: SettingsView, setting: Setting[Any]) -> None:
        value, rule = self._settings[setting], setting.rule
        if isinstance(rule, Switch):
            is_on = value and not self._missing.prevent(setting)
            view.show_switch(setting.name, is_on)
        elif isinstance(rule, OneOf):
            view.show_choice(setting.name, value.value)
        elif isinstance(rule, Typed):
            view.show_field(setting.name, rule.typed(value))

    def _show_dictionaries(self) -> None:
        if self._page == table.SPELLING_LANGUAGE.section:
            self._show_page(self._page)

    # -- changing -----------------------------------------------------------------

    def _change(self, key: str, value: object) -> None:
        view = self._open_view()
        if view and self._missing.prevent(_ROWS[key]):
            view.show_switch(key, is_on=False)
            return
        self._settings.change(_ROWS[key], value)
        self._show_problem(key, "")

    def _choose(self, key: str, choice: str) -> None:
        if key == _SIZE:
            self._sizes[choice]()
        elif not self._palettes.choose(key, choice):
            self._change(key, _ROWS[key].rule.read(choice))

    def _type(self, key: str, text: str) -> None:
        rule = _ROWS[key].rule
        try:
            self._change(key, rule.read(text))
        except WrongValue:
            self._show_problem(key, wording.cannot_be(rule))

    def _show_problem(self, key: str, sentence: str) -> None:
        view = self._open_view()
        if view:
            view.show_problem(key, sentence)

    def _reset(self) -> None:
        usual = [setting for setting in self._of_page() if setting not in LISTS]
        self._settings.reset(*usual)
        self._show_page(self._page)


def _options(rule: "OneOf[Any]") -> list[tuple[str, str]]:
    return [(each.value, wording.OPTIONS[each]) for each in rule.choices]
