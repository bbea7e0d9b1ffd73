"""Tells the transcript what one is called, to mark that in what mentions one."""

from typing import Protocol

from chatapp.models.events import NickChanged
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus


class OwnMentionsView(Protocol):
    """A list of messages on the screen."""

    def show_own_name(self, name: str) -> None:
        """Mark this name in messages that mention one, from now on."""


class OwnMentionsController:
    """Keeps the transcript right about one's own nick."""

    def __init__(self, view: OwnMentionsView, network: Network, bus: EventBus) -> None:
        view.show_own_name(network.nick)
        bus.subscribe(NickChanged, lambda event: view.show_own_name(event.new))
