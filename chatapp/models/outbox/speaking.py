"""Says things in conversations, through the outbox, in pieces that the wire takes."""

from chatapp.models.connection.link import Link
from chatapp.models.entities import MessageKind
from chatapp.models.messages.answering import Answering
from chatapp.models.outbox.outbox import Outbox
from chatapp.models.rooms.conversations import Conversations
from chatapp.models.rooms.requests import NOT_CONNECTED, Requests
from chatapp.models.session import conversation as speech


class Speaking:
    """What one can do with messages of one's own."""

    def __init__(
        self,
        link: Link,
        conversations: Conversations,
        outbox: Outbox,
        requests: Requests,
        answering: Answering,
    ) -> None:
        self._link = link
        self._conversations = conversations
        self._outbox = outbox
        self._requests = requests
        self._answering = answering

    def say(self, room: str, text: str, kind: MessageKind) -> None:
        """Say a text of any length; it is kept, and then stands in the history."""
        conversation = self._conversations.find(room)
        if self._link.session is None:
            self._requests.refuse(NOT_CONNECTED, room)
            return
        for part in self.parts(room, text, kind):
            if conversation:
                answered = self._answering.take(conversation)
                self._outbox.write(conversation, part, kind, *answered)
            else:
                self._say_unheard(room, part, kind)

    def parts(self, room: str, text: str, kind: MessageKind) -> list[str]:
        """Part a text as it goes over the wire, each part a message of its own."""
        conversation, session = self._conversations.find(room), self._link.session
        if session is None:
            return []
        target = conversation.name if conversation else room
        return speech.split_for_wire(session, target, text, kind)

    def _say_unheard(self, room: str, text: str, kind: MessageKind) -> None:
        """Say something where no conversation is open that would show it."""
        self._requests.ask(lambda session: speech.utter(session, room, text, kind, {}))
