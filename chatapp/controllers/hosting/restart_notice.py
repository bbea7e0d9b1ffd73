"""Says that the chat on this computer has ended by itself, and how it goes on."""

from chatapp.controllers.hosting import host_wording as wording
from chatapp.controllers.notices_view import NoticesView
from chatapp.models.entities import NoticeAction, Tone
from chatapp.models.hosting.hosting import Hosting
from chatapp.models.hosting.supervision import Standing
from chatapp.models.network import Network

RESTART = "restart"


class RestartNotice:
    """Stands in the chat that this computer hosts, and in no other."""

    def __init__(
        self, notices: NoticesView, network: Network, hosting: Hosting
    ) -> None:
        self._notices = notices
        self._network = network
        self._hosting = hosting
        self.end = hosting.supervision.watch(self.begin)

    def begin(self) -> None:
        """Say it, where there is something to say."""
        standing = self._hosting.supervision.standing
        if not self._is_home() or standing is Standing.UNDISTURBED:
            self._notices.hide(RESTART)
        elif standing is Standing.RESTARTING:
            text = wording.RESTARTING
            self._notices.show(RESTART, text, Tone.WARNING, dismissable=False)
        elif standing is Standing.RESTARTED:
            self._notices.show(RESTART, wording.RESTARTED, Tone.INFO)
        else:
            self._offer(self._sentence(standing))

    def _is_home(self) -> bool:
        return self._hosting.is_at(self._network.host, self._network.port)

    def _sentence(self, standing: Standing) -> str:
        if standing is Standing.WAS_STOPPED:
            return wording.HAS_ENDED
        if standing is Standing.ENDS_TOO_OFTEN:
            return wording.ENDS_TOO_OFTEN
        return wording.cannot_start(self._hosting.supervision.reason)

    def _offer(self, text: str) -> None:
        again = NoticeAction(wording.START_AGAIN, self._hosting.supervision.start_again)
        self._notices.show(RESTART, text, Tone.WARNING, again, dismissable=False)
