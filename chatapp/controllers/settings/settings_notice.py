"""Says kindly that the settings file makes no sense somewhere, and what helps."""

from collections.abc import Callable

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.settings import settings_wording as wording
from chatapp.models.entities import NoticeAction, Tone
from chatapp.models.settings.setting import Setting
from chatapp.models.settings.settings import Settings

SETTINGS = "settings"


class SettingsNotice:
    """Stands in a chat until the file makes sense, or one takes it away."""

    def __init__(
        self, notices: NoticesView, settings: Settings, open_page: Callable[[str], None]
    ) -> None:
        self._notices = notices
        self._settings = settings
        self._open_page = open_page
        self.end = settings.watch(self._changed)

    def begin(self) -> None:
        """Say it, where there is something to say."""
        text = wording.misfits(self._settings.misfits())
        if self._settings.was_set_aside:
            text = wording.SET_ASIDE
        if text:
            to_settings = NoticeAction(wording.TITLE, self._open)
            self._notices.show(SETTINGS, text, Tone.WARNING, to_settings)

    def _open(self) -> None:
        """Show the settings, where the first value makes no sense."""
        sections = [found.setting.section for found in self._settings.misfits()]
        pages = [section for section in sections if section in wording.PAGES]
        self._open_page((*pages, *wording.PAGES)[0])

    def _changed(self, _setting: Setting[object]) -> None:
        if not self._settings.misfits():
            self._notices.hide(SETTINGS)
