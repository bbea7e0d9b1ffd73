"""Joins what is about the chat that this computer hosts: who comes in, and its end."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from chatapp.controllers.hosting.host_links import HostLinks
from chatapp.controllers.hosting.host_panel import HostPanelController
from chatapp.controllers.hosting.invitation import InvitationController
from chatapp.controllers.hosting.restart_notice import RestartNotice
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.parts.shared import SharedParts, now
from chatapp.system.interfaces import list_interfaces

if TYPE_CHECKING:
    from chatapp.views.chat_view import ChatView


class HostingParts:
    """The controllers of one chat that are about hosting it."""

    def __init__(
        self,
        shared: SharedParts,
        view: "ChatView",
        network: Network,
        bus: EventBus,
        stop: Callable[[], None],
    ) -> None:
        """Join them; `stop` ends the chat and leaves it."""
        window, hosting = shared.window, shared.hosting
        self._panel = HostPanelController(
            view.header,
            window,
            network,
            bus,
            hosting,
            window.copy,
            list_interfaces,
            HostLinks(window, network, bus, shared.invitations, now),
            stop,
        )
        self.ask_to_stop = self._panel.ask_to_stop
        notices, invite = view.notices, self._panel.open
        InvitationController(notices, network, bus, hosting, window.copy, invite)
        self._restart_notice = RestartNotice(notices, network, hosting)
        self.end = self._restart_notice.end

    def begin(self) -> None:
        """Show what there is."""
        self._panel.begin()
        self._restart_notice.begin()
