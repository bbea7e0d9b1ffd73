"""Asks before a window is closed that hosts the chat for others."""

from collections.abc import Callable

from chatapp.controllers.hosting.host_wording import (
    CLOSING_TITLE,
    HOST_LEAVES,
    KEEP_OPEN,
    STOP_CHAT,
    ends_for_others,
)
from chatapp.controllers.window import WindowView
from chatapp.language import gettext as _
from chatapp.models.entities import Connectedness, RoomKind
from chatapp.models.hosting.hosting import Hosting
from chatapp.models.network import Network

LET_GO_ON = _("Let it go on")


class ClosingController:
    """Closes at once, unless that ends the chat for somebody else."""

    def __init__(
        self,
        window: WindowView,
        network: Network,
        hosting: Hosting,
        close: Callable[[str], None],
    ) -> None:
        self._window = window
        self._network = network
        self._hosting = hosting
        self._close = close

    def close(self, farewell: str = "") -> None:
        """Leave with these words, after asking where others are concerned."""
        others = self._concerned()
        if not others:
            self._close(farewell)
            return
        self._window.ask(
            title=CLOSING_TITLE,
            text=ends_for_others(others),
            yes=STOP_CHAT,
            no=KEEP_OPEN,
            on_yes=lambda: self._close_for_all(farewell),
            other=LET_GO_ON,
            on_other=lambda: self._close_alone(farewell),
        )

    def end(self) -> None:
        """Leave because the system asks for it, which leaves no time for a question."""
        if self._concerned():
            self._close_for_all("")
        else:
            self._close("")

    def _close_alone(self, farewell: str) -> None:
        """Leave the others in the chat, which goes on."""
        self._hosting.keeps_going = True
        self._close(farewell)

    def _close_for_all(self, farewell: str) -> None:
        """Tell the others why the chat ends, and leave."""
        for room in self._network.rooms():
            if room.kind is RoomKind.CHANNEL and room.joined:
                self._network.operating.tell(room.name, HOST_LEAVES)
        self._close(farewell)

    def _concerned(self) -> int:
        """Count the others for whom the chat ends with this window."""
        hosting, network = self._hosting, self._network
        is_own = hosting.is_at(network.host, network.port)
        ends = is_own and not hosting.keeps_going
        return self._others() if ends else 0

    def _others(self) -> int:
        """Count the people in one's channels; each of them once."""
        network = self._network
        if network.state is not Connectedness.ONLINE:
            return 0
        channels = [room for room in network.rooms() if room.kind is RoomKind.CHANNEL]
        return len(
            {
                person.nick
                for room in channels
                for person in network.people(room.name)
                if not person.is_me
            }
        )
