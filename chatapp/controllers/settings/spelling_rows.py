"""The part of the settings card that is about spelling: which dictionary there is."""

import sys
from typing import TYPE_CHECKING

from chatapp.controllers.settings import settings_wording as wording
from chatapp.controllers.settings.choice_rows import ChoiceRowsView
from chatapp.language import gettext as _
from chatapp.models.desktop.dictionaries import Lack
from chatapp.models.desktop.spelling import Shelf, Spelling
from chatapp.models.settings.settings import Settings
from chatapp.models.settings.settings_table import SPELLING, SPELLING_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 8
_WINDOW = ""


class SpellingRows:
    """Shows the languages, and says what to install where something is missing."""

    def __init__(self, settings: Settings, spelling: Spelling) -> None:
        self._settings = settings
        self._spelling = spelling
        self._shelf: Shelf | None = None
        self._asked_for = ""
        # Somebody looked at the shelf, and there is more to show than there was.
        self.on_found: Callable[[], None] = lambda: None

    def add_language(self, view: ChoiceRowsView) -> None:
        """Add the row with the languages, as far as they are known."""
        setting, chosen = SPELLING_LANGUAGE, self._settings[SPELLING_LANGUAGE]
        title, words = wording.TITLES[setting], _(setting.summary)
        options = self._options(chosen)
        view.add_choice(setting.name, title, words, options, chosen)
        self.show(view)

    def show(self, view: ChoiceRowsView) -> None:
        """Show what holds, and what is missing for it."""
        chosen = self._settings[SPELLING_LANGUAGE]
        view.show_choice(SPELLING_LANGUAGE.name, chosen)
        if self._shelf is None or self._asked_for != chosen:
            self._ask(chosen)
            return
        if self._shelf.lack in (Lack.LIBRARY, Lack.SYSTEM_LIBRARY):
            view.show_words(SPELLING.name, _missing(self._shelf.lack))
        else:
            view.show_words(SPELLING_LANGUAGE.name, self._about_language())

    def _ask(self, chosen: str) -> None:
        def found(shelf: Shelf) -> None:
            self._shelf, self._asked_for = shelf, chosen
            self.on_found()

        self._spelling.look(chosen, found)

    def _options(self, chosen: str) -> list[tuple[str, str]]:
        there = self._shelf.languages if self._shelf else ()
        codes = [tag.replace("-", "_").partition("_")[0] for tag in there]
        # What people speak here comes first; somebody may have written "en_GB".
        known = sorted(dict.fromkeys(codes), key=lambda it: it not in wording.LANGUAGES)
        options = list(dict.fromkeys([*known[:_MOST], *([chosen] if chosen else [])]))
        names = [(code, wording.LANGUAGES.get(code, code)) for code in options]
        return [(_WINDOW, wording.LIKE_WINDOW), *names]

    def _about_language(self) -> str:
        shelf = self._shelf
        if shelf and shelf.language:
            return wording.DICTIONARY_IN_USE.format(name=shelf.language)
        place = wording.DICTIONARY_PLACES.get(sys.platform, wording.DICTIONARY_PLACE)
        return wording.NO_DICTIONARY.format(place=place)


def _missing(lack: Lack) -> str:
    if lack is Lack.LIBRARY:
        return wording.NO_SPELLING
    return wording.NO_ENCHANT.format(
        command=wording.ENCHANT_COMMANDS.get(sys.platform, wording.ENCHANT_COMMAND)
    )
