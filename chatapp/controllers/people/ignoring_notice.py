"""Says that one ignores somebody from now on, with a button to undo it."""

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.people import people_wording as words
from chatapp.models.entities import NoticeAction, Tone
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.rooms.room_events import IgnoringChanged

IGNORING = "ignoring"


class IgnoringNotice:
    """Shows the notice after each time, and takes it away once one hears them again."""

    def __init__(self, notices: NoticesView, network: Network, bus: EventBus) -> None:
        self._notices = notices
        self._ignoring = network.ignoring
        bus.subscribe(IgnoringChanged, self._changed)

    def _changed(self, event: IgnoringChanged) -> None:
        if not self._ignoring.ignores(event.nick):
            self._notices.hide(IGNORING)
            return
        self._notices.show(
            IGNORING,
            words.IGNORED_NOW.format(nick=event.nick),
            Tone.INFO,
            NoticeAction(words.UNDO, lambda: self._ignoring.hear_again(event.nick)),
        )
