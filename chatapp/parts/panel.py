"""Joins the panel at a chat's side with what it shows, and with where it leads."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from chatapp.controllers.finding.panel import PanelController, PanelLines, PanelPart
from chatapp.controllers.finding.search import SearchPart
from chatapp.controllers.finding.search_wording import OPEN_PANEL
from chatapp.controllers.finding.searched_servers import (
    SearchedServer,
    server_in_window,
)
from chatapp.controllers.messages.message_actions import MessageAction
from chatapp.controllers.messages.pinned import PinnedPart
from chatapp.controllers.messages.saved import SavedPart
from chatapp.controllers.moments import Moments
from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.passing_notice import PassingNotice
from chatapp.controllers.reading.conversation import ConversationController
from chatapp.controllers.reading.jumping import Jumping
from chatapp.controllers.reading.leading import Leading
from chatapp.controllers.rooms.rooms import RoomsController
from chatapp.models.entities import ChatMessage, NoticeAction, PanelTab, Tone
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.parts.shared import SharedParts, now

if TYPE_CHECKING:
    from chatapp.views.chat_view import ChatView

LEADING = "leading"


class PanelParts:
    """The panel of one chat; `leading` leads to any message."""

    def __init__(
        self,
        shared: SharedParts,
        view: "ChatView",
        network: Network,
        bus: EventBus,
        rooms: RoomsController,
        conversation: ConversationController,
        notices: NoticesView,
        passing: PassingNotice,
        others: Callable[[], Sequence[SearchedServer]],
    ) -> None:
        """Join them; a search everywhere covers these others, too."""
        self._notices = notices
        self._view = view.panel
        self.jumping = jumping = Jumping(
            view.transcript, network, bus, conversation.show_around
        )
        self.leading = Leading(network, bus, rooms.select, jumping, self._say)

        def new_lines() -> PanelLines:
            return PanelLines(Moments(now, shared.clock))

        own = server_in_window(network, now, self.leading.go_to)
        self._search = SearchPart(
            view.panel, network, bus, shared.window, own, new_lines(), others
        )
        self._saved = SavedPart(view.panel, network.saving, bus, new_lines())
        self._pinned = PinnedPart(view.panel, notices, network, bus, new_lines())
        parts: dict[PanelTab, PanelPart] = {
            PanelTab.SEARCH: self._search,
            PanelTab.SAVED: self._saved,
        }
        if network.pinning.is_possible:
            parts[PanelTab.PINNED] = self._pinned
        self._panel = PanelController(view.panel, parts, self._go_to)
        self._tell_by(passing)
        view.header.on_search = self.search_here

    def actions(self) -> Sequence[MessageAction]:
        """Give what can be done about messages that the panel lists."""
        return [*self._pinned.actions(), *self._saved.actions()]

    def search_here(self) -> None:
        """Have something searched for in the open room."""
        self._open("", here=True)

    def search_everywhere(self) -> None:
        """Have something searched for in all rooms."""
        self._open("", here=False)

    def search_for(self, text: str) -> None:
        """Search for this in the open room."""
        self._open(text, here=True)

    def _tell_by(self, passing: PassingNotice) -> None:
        """Have it said what was put into a list, with the way to that list."""
        panel = self._panel
        to_pinned = NoticeAction(OPEN_PANEL, lambda: panel.open(PanelTab.PINNED))
        to_saved = NoticeAction(OPEN_PANEL, lambda: panel.open(PanelTab.SAVED))
        self._pinned.on_pinned = lambda words: passing.show(words, to_pinned)
        self._saved.on_saved = lambda words: passing.show(words, to_saved)

    def _open(self, text: str, *, here: bool) -> None:
        self._search.prepare(text, here=here)
        self._panel.open(PanelTab.SEARCH)

    def _go_to(self, line: ChatMessage) -> None:
        """Lead to a message, be it on another server."""
        if not self._search.go_to(line):
            self.leading.go_to(line)

    def _say(self, text: str) -> None:
        """Say why one cannot be led there: in the panel, unless that is elsewhere."""
        if self._panel.is_open:
            self._view.show_note(text, is_error=True)
        else:
            self._notices.show(LEADING, text, Tone.WARNING)
