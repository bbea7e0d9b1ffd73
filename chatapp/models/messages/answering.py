"""What one is about to answer in each conversation, until it is said."""

from collections.abc import Callable

from chatapp.models.connection.link import Link
from chatapp.models.entities import ChatMessage, Quote
from chatapp.models.events import AnswerChanged, Event
from chatapp.models.history.keeping import Keeping
from chatapp.models.messages.quoting import quote_of
from chatapp.models.rooms.conversations import Conversation, Conversations
from chatapp.models.session.reacting import can_answer
from chatapp.models.storage.rooms import keep_answering


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
        keeping: Keeping,
        publish: Callable[[Event], None],
    ) -> None:
        self._link = link
        self._conversations = conversations
        self._keeping = keeping
        self._publish = publish

    def is_possible(self, message: ChatMessage) -> bool:
        """Tell whether one can answer a message so that others see which it is."""
        session = self._link.online_session
        has_name = bool(message.msgid) and message.kind.is_said
        return has_name and session is not None and can_answer(session)

    def begin(self, message: ChatMessage) -> None:
        """Have what is said next in a message's room answer it."""
        self._set(conversation_with(self._conversations, message), message.msgid)

    def end(self, room: str) -> None:
        """Answer nothing after all."""
        self._set(self._conversations.find(room), "")

    def of(self, room: str) -> Quote | None:
        """Give what is about to be answered in a room, without words if unknown."""
        conversation = self._conversations.find(room)
        if conversation is None or not conversation.answering:
            return None
        return _quoted(conversation) or Quote("", "")

    def take(self, conversation: Conversation) -> tuple[str, Quote | None]:
        """Give msgid and words of what is answered by what is said now, and no more."""
        answered = conversation.answering, _quoted(conversation)
        self._set(conversation, "")
        return answered

    def _set(self, conversation: Conversation | None, msgid: str) -> None:
        if conversation is None or conversation.answering == msgid:
            return
        conversation.answering = msgid
        self._keeping.update(
            conversation,
            lambda connection, room: keep_answering(connection, room, msgid),
        )
        self._publish(AnswerChanged(conversation.name))


def _quoted(conversation: Conversation) -> Quote | None:
    message = conversation.history.with_msgid(conversation.answering)
    return quote_of(message) if message else None
