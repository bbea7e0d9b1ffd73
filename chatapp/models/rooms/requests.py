"""Asks the server for something now, or says kindly why that cannot be."""

from collections.abc import Callable

from chatapp.language import gettext as _
from chatapp.models.connection.link import Link
from chatapp.models.entities import ChatMessage
from chatapp.models.events import RequestRefused
from chatapp.models.session import conversation as speech
from chatapp.models.session import receipts
from chatapp.models.session.session import Session
from chatapp.wire import capabilities
from chatapp.wire.message import MalformedMessage, Message

CANNOT_BE_SENT = _(
    "This cannot be sent as it stands. Write it without special characters."
)
ONE_LINE_ONLY = _(
    "This server takes one line at a time now. Edit the message, and send it again."
)
# So many of a room's are out at a time: the others can still be taken back.
MOST_ON_THEIR_WAY = 10
NOT_CONNECTED = _("You are not connected now. Try again when the server is back.")


class Requests:
    """What one asks of the server through its session."""

    def __init__(self, link: Link, publish: Callable[[RequestRefused], None]) -> None:
        self._link = link
        self._publish = publish

    def send(self, command: str, *params: str) -> bool:
        """Send a command; False and a refusal where it cannot be."""
        message = Message(command, params)
        return self.ask(lambda session: session.send_message(message))

    def ask(self, action: Callable[[Session], None]) -> bool:
        """Do something with the session; False and a refusal where it cannot be."""
        session = self._link.online_session
        if session is None:
            self.refuse(NOT_CONNECTED, "")
            return False
        return self._attempt(lambda: action(session))

    def transmit(self, message: ChatMessage, label: str, is_repeat: bool) -> bool:
        """Send a line of the outbox; False where it can never be sent as it stands."""
        session = self._link.online_session
        if session is None:
            return True
        try:
            speech.say(session, message, label, is_repeat=is_repeat)
        except MalformedMessage:
            return False
        receipts.ask(session, label)
        return True

    def most_on_their_way(self) -> int:
        """Tell how many messages of one room may be out at a time.

        Where nothing but their order tells which one is refused, it is one.
        """
        session = self._link.online_session
        is_told = session is None or session.has(capabilities.ECHO_MESSAGE)
        return MOST_ON_THEIR_WAY if is_told else 1

    def refuse(self, sentence: str, about: str) -> None:
        """Say that something cannot be."""
        self._publish(RequestRefused("", about, sentence))

    def _attempt(self, action: Callable[[], None]) -> bool:
        try:
            action()
        except MalformedMessage:
            self.refuse(CANNOT_BE_SENT, "")
            return False
        return True
