"""Deletes messages after asking: one's own, or others' in a room one looks after."""

from chatapp.controllers.messages import message_wording as wording
from chatapp.controllers.window import WindowView
from chatapp.models.entities import ChatMessage
from chatapp.models.network import Network


class DeletingController:
    """Asks before anything goes for everybody."""

    def __init__(self, window: WindowView, network: Network) -> None:
        self._window = window
        self._network = network

    def ask(self, message: ChatMessage) -> None:
        """Ask whether a message is to be deleted, and of others' messages why."""
        if not self._network.correcting.can_delete(message):
            return
        if message.mine:
            self._window.ask(
                title=wording.DELETE_TITLE,
                text=wording.DELETE_TEXT,
                yes=wording.DELETE,
                no=wording.KEEP,
                on_yes=lambda: self._network.correcting.delete(message),
            )
            return
        self._window.ask_text(
            title=wording.DELETE_OTHERS_TITLE.format(sender=message.sender),
            label=wording.REASON,
            initial="",
            action=wording.DELETE,
            on_text=lambda reason: self._delete(message, reason),
            hint=wording.DELETE_OTHERS_TEXT,
        )

    def _delete(self, message: ChatMessage, reason: str) -> None:
        self._network.correcting.delete(message, reason.strip())
