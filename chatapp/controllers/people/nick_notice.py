"""Says for how long another nick holds, and who one is the next time."""

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.people import people_wording as words
from chatapp.models.entities import Tone
from chatapp.models.events import NickChanged
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus

NICK = "nick"


class NickNotice:
    """Shows the notice once, as whoever takes a third nick knows it by then."""

    def __init__(self, notices: NoticesView, network: Network, bus: EventBus) -> None:
        self._notices = notices
        self._network = network
        self._is_told = False
        bus.subscribe(NickChanged, self._changed)

    def _changed(self, event: NickChanged) -> None:
        network = self._network
        if network.same(event.new, network.username):
            self._notices.hide(NICK)
            return
        if self._is_told or not network.has_wanted_nick:
            return
        self._is_told = True
        self._notices.show(
            NICK,
            words.FOR_THIS_TIME.format(nick=event.new, username=network.username),
            Tone.INFO,
        )
