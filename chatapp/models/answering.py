"""What one is about to answer in each conversation, until it is said."""

from collections.abc import Callable

from chatapp.models.conversations import Conversation, Conversations
from chatapp.models.entities import ChatMessage
from chatapp.models.events import AnswerChanged, Event
from chatapp.models.link import Link
from chatapp.models.session.reacting import can_answer


def conversation_with(
    conversations: Conversations, message: ChatMessage
) -> Conversation | None:
    """Find where a message stands, which may have had another name when it was said."""
    named = conversations.find(message.room)
    if named and named.history.index_of(message.key) is not None:
        return named
    others = conversations.all()
    return next(
        (it for it in others if it.history.index_of(message.key) is not None), named
    )


class Answering:
    """Keeps the message that what is said next in a conversation answers."""

    def __init__(
        self,
        link: Link,
        conversations: Conversations,
        publish: Callable[[Event], None],
    ) -> None:
        self._link = link
        self._conversations = conversations
        self._publish = publish

    def is_possible(self, message: ChatMessage) -> bool:
        """Tell whether one can answer a message so that others see which it is."""
        session = self._link.online_session
        has_name = bool(message.msgid) and message.kind.is_said
        return has_name and session is not None and can_answer(session)

    def begin(self, message: ChatMessage) -> None:
        """Have what is said next in a message's room answer it."""
        self._set(conversation_with(self._conversations, message), message)

    def end(self, room: str) -> None:
        """Answer nothing after all."""
        self._set(self._conversations.find(room), None)

    def of(self, room: str) -> ChatMessage | None:
        """Give the message that is about to be answered in a room, if any."""
        conversation = self._conversations.find(room)
        return conversation.answered if conversation else None

    def take(self, conversation: Conversation) -> ChatMessage | None:
        """Give what is answered by the message that is said now, and by no other."""
        answered = conversation.answered
        self._set(conversation, None)
        return answered

    def _set(
        self, conversation: Conversation | None, message: ChatMessage | None
    ) -> None:
        if conversation and conversation.answered is not message:
            conversation.answered = message
            self._publish(AnswerChanged(conversation.name))
