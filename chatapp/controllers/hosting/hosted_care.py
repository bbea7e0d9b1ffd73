"""Looks after the chat that this computer hosts, whether its page was ever shown."""

from chatapp.models.entities import Connectedness
from chatapp.models.events import ConnectionChanged
from chatapp.models.hosting.hosting import Hosting
from chatapp.models.hosting.supervision import Standing
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus


class HostedCare:
    """Has a server that died started again, and goes back to it; in no other chat."""

    def __init__(self, network: Network, bus: EventBus, hosting: Hosting) -> None:
        self._network = network
        self._hosting = hosting
        self.end = hosting.supervision.watch(self._changed)
        bus.subscribe(ConnectionChanged, self._connection_changed)

    def _changed(self) -> None:
        is_back = self._hosting.supervision.standing is Standing.RESTARTED
        if is_back and self._is_home():
            self._network.retry_now()

    def _connection_changed(self, event: ConnectionChanged) -> None:
        """See to what another program has started, and notice that it is back."""
        if not self._is_home():
            return
        supervision = self._hosting.supervision
        if event.state is Connectedness.WAITING:
            self._hosting.look_after()
        elif event.state is Connectedness.ONLINE and supervision.is_given_up:
            supervision.begin()

    def _is_home(self) -> bool:
        return self._hosting.is_at(self._network.host, self._network.port)
