"""Edits and deletes what was said, and tells everybody what has become of it."""

from collections.abc import Callable
from functools import partial

from chatapp.models.connection.link import Link
from chatapp.models.entities import ChatMessage, Delivery, MessageKind
from chatapp.models.events import Event, MessageReplaced, RoomChanged
from chatapp.models.history.history import History
from chatapp.models.messages.amending import is_by_same
from chatapp.models.messages.answering import conversation_with
from chatapp.models.messages.attachments import Attachments
from chatapp.models.outbox.outbox import Outbox
from chatapp.models.rooms.conversations import Conversation, Conversations
from chatapp.models.rooms.powers import may_moderate
from chatapp.models.rooms.requests import Requests
from chatapp.models.session import conversation as speech
from chatapp.models.session.readers import EDIT_MARK
from chatapp.models.session.redaction import can_redact, redact
from chatapp.models.session.session import Session
from chatapp.wire import capabilities, tag_names

_EDITABLE = frozenset((MessageKind.TEXT, MessageKind.ACTION))


class Correcting:
    """What one can do about messages that were said already."""

    def __init__(
        self,
        link: Link,
        conversations: Conversations,
        outbox: Outbox,
        requests: Requests,
        attachments: Attachments,
        publish: Callable[[Event], None],
    ) -> None:
        self._link = link
        self._conversations = conversations
        self._outbox = outbox
        self._requests = requests
        self._attachments = attachments
        self._publish = publish

    def follow(self, conversation: Conversation) -> None:
        """Tell from now on what becomes of a conversation's lines."""
        amendments = conversation.history.amendments
        amendments.on_change = partial(self._changed, conversation)

    def can_edit(self, message: ChatMessage) -> bool:
        """Tell whether one can give a message other words, so that others see them."""
        session = self._link.session
        if session is None or message.kind not in _EDITABLE:
            return False
        return (
            session.has(capabilities.MESSAGE_TAGS)
            and session.has(capabilities.ECHO_MESSAGE)
            and session.isupport.lets_through(tag_names.CHATAPP_EDIT)
            and _is_own(session, message)
        )

    def last_own(self, history: History) -> ChatMessage | None:
        """Find the last message of a room that one can edit."""
        return next(filter(self.can_edit, reversed(history)), None)

    def edit(self, message: ChatMessage, text: str) -> bool:
        """Give a message other words; False where they are too many for one message.

        They wait in the outbox, as a message does, until the server has them.
        """
        session = self._link.session
        conversation = conversation_with(self._conversations, message)
        if session is None or conversation is None or text == message.text:
            return True
        kind, marked = MessageKind.EDIT, f"{EDIT_MARK}{text}"
        parts = speech.split_for_wire(session, conversation.name, marked, kind)
        if len(parts) > 1:
            return False
        words = "".join(parts).removeprefix(EDIT_MARK)
        self._outbox.write(conversation, words, kind, target=message.msgid)
        return True

    def can_delete(self, message: ChatMessage) -> bool:
        """Tell whether the server lets one take a message back now."""
        session = self._link.online_session
        if session is None or not can_redact(session) or not message.kind.is_said:
            return False
        channel = session.roster.channel(message.room)
        is_in_charge = channel is not None and may_moderate(session, channel)
        return _is_own(session, message) or (bool(message.msgid) and is_in_charge)

    def delete(self, message: ChatMessage, reason: str = "") -> None:
        """Have a message taken back, and all the words that it had before.

        The message itself goes last: what others see of it then is this deletion.
        """
        msgids = (*message.edits, message.msgid)
        conversation = conversation_with(self._conversations, message)
        room = conversation.name if conversation else message.room
        self._requests.ask(lambda session: redact(session, room, msgids, reason))

    def _changed(
        self, conversation: Conversation, old: ChatMessage, new: ChatMessage
    ) -> None:
        if new.kind.is_amendment:
            return
        if conversation.recount(old, new):
            self._publish(RoomChanged(conversation.name))
        self._publish(MessageReplaced(conversation.name, new.key, new))
        self._attachments.changed(conversation, new)


def _is_own(session: Session, message: ChatMessage) -> bool:
    """Tell whether the server has a message, and knows that it is by oneself."""
    if not message.mine or message.delivery is not Delivery.CONFIRMED:
        return False
    me = f"{session.address} {session.account}"
    is_me = not session.address or is_by_same(message.author, me)
    return bool(message.msgid) and is_me
