"""Tells the transcript what calls one, to mark that in what mentions one."""

from collections.abc import Sequence
from typing import Any, Protocol

from chatapp.models.events import NickChanged
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.settings.setting import Setting
from chatapp.models.settings.settings import Settings
from chatapp.models.settings.settings_table import HIGHLIGHT_WORDS


class OwnMentionsView(Protocol):
    """A list of messages on the screen."""

    def show_what_calls(self, words: Sequence[str]) -> None:
        """Mark these words in messages that mention one, from now on."""


class OwnMentionsController:
    """Keeps the transcript right about one's own nick, and the words one has chosen."""

    def __init__(
        self,
        view: OwnMentionsView,
        network: Network,
        bus: EventBus,
        settings: Settings,
    ) -> None:
        self._view = view
        self._network = network
        self._settings = settings
        bus.subscribe(NickChanged, lambda _event: self._show())
        # Follows the settings until this is called.
        self.end = settings.watch(self._changed)
        self._show()

    def _changed(self, setting: Setting[Any]) -> None:
        if setting is HIGHLIGHT_WORDS:
            self._show()

    def _show(self) -> None:
        words = self._settings[HIGHLIGHT_WORDS]
        self._view.show_what_calls((self._network.nick, *words))
