"""Puts emoji on messages, and takes one's own off again."""

from chatapp.models.connection.link import Link
from chatapp.models.entities import ChatMessage
from chatapp.models.messages.answering import conversation_with
from chatapp.models.messages.attachments import Attachments
from chatapp.models.rooms.conversations import Conversations
from chatapp.models.rooms.requests import Requests
from chatapp.models.session.facts import ReactionTold
from chatapp.models.session.reacting import can_react, react
from chatapp.models.session.session import Session
from chatapp.wire import capabilities


class EmojiReactions:
    """What one can do with reactions to messages."""

    def __init__(
        self,
        link: Link,
        conversations: Conversations,
        requests: Requests,
        attachments: Attachments,
    ) -> None:
        self._link = link
        self._conversations = conversations
        self._requests = requests
        self._attachments = attachments

    def is_possible(self, message: ChatMessage) -> bool:
        """Tell whether one can react to a message here so that others see it."""
        session = self._link.online_session
        has_name = bool(message.msgid) and message.kind.is_said
        return has_name and session is not None and can_react(session)

    def toggle(self, message: ChatMessage, emoji: str) -> None:
        """Put an emoji on a message, or take it off if one has put it there."""
        same = [each for each in message.reactions if each.emoji == emoji]
        is_on = not any(each.mine for each in same)
        self._requests.ask(lambda session: self._send(session, message, emoji, is_on))

    def _send(
        self, session: Session, message: ChatMessage, emoji: str, is_on: bool
    ) -> None:
        conversation = conversation_with(self._conversations, message)
        if conversation is None:
            return
        name, msgid = conversation.name, message.msgid
        react(session, name, msgid, emoji, is_on=is_on)
        if not session.has(capabilities.ECHO_MESSAGE):
            now = session.clock()
            told = ReactionTold(name, msgid, emoji, session.nick, now, is_on, mine=True)
            self._attachments.told(conversation, told)
