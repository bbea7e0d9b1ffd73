"""How lines are written: lets the window follow the settings that are about it."""

from typing import Any, Protocol

from chatapp.models.settings import settings_table as table
from chatapp.models.settings.choices import Density, TimeFormat
from chatapp.models.settings.setting import Setting
from chatapp.models.settings.settings import Settings

CLOCKS = {
    TimeFormat.HOURS_24: "%H:%M",
    TimeFormat.HOURS_12: "%I:%M %p",
    TimeFormat.SECONDS: "%H:%M:%S",
    TimeFormat.NONE: "",
}


class AppearanceView(Protocol):
    """The window, as far as it is told how to write."""

    def show_manner(self, *, is_compact: bool, clock: str) -> None:
        """Write everything so from now on; `clock` is a format for `strftime`."""


class AppearanceController:
    """Tells the window at the beginning, and at each change."""

    def __init__(self, view: AppearanceView, settings: Settings) -> None:
        self._view = view
        self._settings = settings
        settings.watch(self._changed)
        self._show()

    def _changed(self, setting: Setting[Any]) -> None:
        if setting in (table.DENSITY, table.TIME_FORMAT):
            self._show()

    def _show(self) -> None:
        is_compact = self._settings[table.DENSITY] is Density.COMPACT
        clock = CLOCKS[self._settings[table.TIME_FORMAT]]
        self._view.show_manner(is_compact=is_compact, clock=clock)
