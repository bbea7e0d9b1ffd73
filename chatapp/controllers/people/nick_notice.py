"""Says why one has another nick: the server cut it, or for how long it holds."""

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.people import people_wording as words
from chatapp.models.entities import Tone
from chatapp.models.events import NickChanged, SignedIn
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus

NICK = "nick"


class NickNotice:
    """Shows each notice once, as whoever takes a third nick knows it by then."""

    def __init__(self, notices: NoticesView, network: Network, bus: EventBus) -> None:
        self._notices = notices
        self._network = network
        self._is_told = False
        self._is_cut_told = False
        bus.subscribe(NickChanged, self._changed)
        bus.subscribe(SignedIn, lambda _event: self.begin())

    def begin(self) -> None:
        """Say where the server has made a username shorter, as some do unasked."""
        nick, username = self._network.nick, self._network.username
        is_cut = len(nick) < len(username) and username.startswith(nick)
        if is_cut and not self._is_cut_told:
            self._is_cut_told = True
            said = words.SHORTENED.format(nick=nick, username=username)
            self._notices.show(NICK, said, Tone.INFO)

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
