"""Says when one is only a guest, although the name one uses is one's own."""

from chatapp.controllers.keeping import NoticesView
from chatapp.controllers.wording import only_a_guest
from chatapp.models.entities import Tone
from chatapp.models.event_bus import EventBus
from chatapp.models.events import AccountChanged, ProofFailed
from chatapp.models.network import Network

GUEST = "guest"


class OwnNameController:
    """Shows one kind notice while one's name is not proved."""

    def __init__(self, notices: NoticesView, network: Network, bus: EventBus) -> None:
        self._notices = notices
        self._network = network
        bus.subscribe(ProofFailed, self._failed)
        bus.subscribe(AccountChanged, self._changed)

    def begin(self) -> None:
        """Say what went wrong before there was a window to say it in."""
        failure = self._network.own_name.failure
        if failure:
            self._failed(failure)

    def _failed(self, event: ProofFailed) -> None:
        text = only_a_guest(event.account, event.problem, self._network.nick)
        self._notices.show(GUEST, text, Tone.WARNING)

    def _changed(self, event: AccountChanged) -> None:
        if event.account:
            self._notices.hide(GUEST)
