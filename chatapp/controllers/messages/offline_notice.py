"""Says that something can be done about a message once one is connected again."""

from chatapp.controllers.messages.message_wording import OFFLINE
from chatapp.controllers.notices_view import NoticesView
from chatapp.models.entities import Connectedness, Tone
from chatapp.models.network import Network

_NOTICE = "needs-connection"


class OfflineNotice:
    """Tells it among the notices of the open room, which go by themselves."""

    def __init__(self, notices: NoticesView, network: Network) -> None:
        self._notices = notices
        self._network = network

    def tell(self) -> bool:
        """Say so where one is not connected; tell whether that is so."""
        is_offline = self._network.state is not Connectedness.ONLINE
        if is_offline:
            self._notices.show(_NOTICE, OFFLINE, Tone.WARNING)
        return is_offline
