"""Says at a setting what has to be installed for it, and what holds until then."""

from collections.abc import Callable, Mapping
from typing import Any

from chatapp.controllers.settings import settings_wording as wording
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.setting import Setting

WORDS: Mapping[Setting[Any], str] = {
    table.NOTIFICATIONS: wording.NO_NOTIFIER,
    table.SOUNDS: wording.NO_PLAYER,
}
OF_NO_USE = frozenset((table.NOTIFICATIONS,))
"""What does nothing at all without its part; a sound becomes the window's ring."""


class MissingParts:
    """Knows of some settings whether the library is there that they need."""

    def __init__(self, installed: Mapping[Setting[Any], Callable[[], bool]]) -> None:
        """Take what tells whether the library of a setting is installed."""
        self._installed = installed

    def words(self, setting: Setting[Any]) -> str:
        """Say what is missing, and how to get it; "" where nothing is."""
        is_there = self._installed.get(setting)
        return "" if is_there is None or is_there() else WORDS[setting]

    def prevent(self, setting: Setting[Any]) -> bool:
        """Tell whether a setting cannot be on, as its part is missing."""
        return setting in OF_NO_USE and self.words(setting) != ""
