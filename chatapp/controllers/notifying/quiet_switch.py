"""The quick switch that has one not be disturbed."""

from collections.abc import Callable
from typing import Any, Protocol

from chatapp.controllers.settings import settings_wording as wording
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.setting import Setting
from chatapp.models.settings.settings import Settings


class QuietView(Protocol):
    """A bell that can be pressed."""

    on_quiet: Callable[[], None]

    def show_quiet(self, is_quiet: bool, tip: str) -> None:
        """Show the bell as it is, and say what pressing it does."""


class QuietSwitch:
    """Keeps the bell right, and switches the setting."""

    def __init__(self, view: QuietView, settings: Settings) -> None:
        self._view = view
        self._settings = settings
        view.on_quiet = self.switch
        self.end = settings.watch(self._changed)
        self._show()

    def switch(self) -> None:
        """Be disturbed no longer, or again."""
        self._settings.change(table.QUIET, not self._settings[table.QUIET])

    def _changed(self, setting: Setting[Any]) -> None:
        if setting is table.QUIET:
            self._show()

    def _show(self) -> None:
        is_quiet = self._settings[table.QUIET]
        tip = wording.END_QUIET if is_quiet else wording.BEGIN_QUIET
        self._view.show_quiet(is_quiet, tip)
